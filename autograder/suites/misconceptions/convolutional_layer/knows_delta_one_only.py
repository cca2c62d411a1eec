"""把 Δ 写死成 1。 / Writes Δ down as 1."""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    padded = torch.zeros(h + 2, w + 2)
    padded[1:-1, 1:-1] = X
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            H[i, j] = u + (padded[i : i + 3, j : j + 3] * V).sum()
    return H
