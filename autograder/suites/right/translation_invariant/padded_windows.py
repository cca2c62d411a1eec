"""补零之后取窗口。 / Windows of the padded image."""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    padded = torch.zeros(3 * h - 2, 3 * w - 2)
    padded[h - 1 : 2 * h - 1, w - 1 : 2 * w - 1] = X
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            H[i, j] = u + torch.sum(V * padded[i : i + 2 * h - 1, j : j + 2 * w - 1])
    return H
