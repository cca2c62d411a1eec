"""高和宽用了同一个数。 / Takes the width to be the height."""

import torch


def fully_connected_by_offset(X, V, U):
    n = X.shape[0]
    H = torch.zeros(n, n)
    for i in range(n):
        for j in range(n):
            H[i, j] = U[i, j] + (V[i, j, n - 1 - i : 2 * n - 1 - i, n - 1 - j : 2 * n - 1 - j] * X).sum()
    return H
