"""四重循环。 / Four nested loops."""

import torch


def fully_connected(X, W, U):
    h, w = X.shape
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            total = U[i, j]
            for k in range(h):
                for l in range(w):
                    total = total + W[i, j, k, l] * X[k, l]
            H[i, j] = total
    return H
