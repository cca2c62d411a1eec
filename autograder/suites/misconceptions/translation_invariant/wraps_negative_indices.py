"""只检查了上界，负下标绕到了末尾。 / Checks the upper bounds only, so negative indices count from the end."""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.full((h, w), float(u))
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h):
                for b in range(-(w - 1), w):
                    if i + a < h and j + b < w:
                        H[i, j] += V[a + h - 1, b + w - 1] * X[i + a, j + b]
    return H
