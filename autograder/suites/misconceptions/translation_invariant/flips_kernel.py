"""用了 X[i-a, j-b]：翻转了核。 / Reads X[i-a, j-b]: the kernel is flipped."""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    V = V.flip(0, 1)
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            H[i, j] = u + (V[h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] * X).sum()
    return H
