"""把两个方向的中心弄反了。 / Swaps the centres of the two directions."""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.full((h, w), float(u))
    for i in range(h):
        for j in range(w):
            for k in range(h):
                for l in range(w):
                    H[i, j] += V[k - i + w - 1, l - j + h - 1] * X[k, l]
    return H
