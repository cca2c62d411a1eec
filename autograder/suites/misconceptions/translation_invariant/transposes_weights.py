"""用了 V[b, a]。 / Reads V[b, a]."""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.full((h, w), float(u))
    for i in range(h):
        for j in range(w):
            for k in range(h):
                for l in range(w):
                    H[i, j] += V[l - j + w - 1, k - i + h - 1] * X[k, l]
    return H
