"""高和宽用了同一个数。 / Takes the width to be the height."""

import torch


def convolutional_layer(X, V, u):
    n = X.shape[0]
    size = V.shape[0]
    padded = torch.nn.functional.pad(X, [size // 2] * 4)
    H = torch.zeros(n, n)
    for i in range(n):
        for j in range(n):
            H[i, j] = u + (padded[i : i + size, j : j + size] * V).sum()
    return H
