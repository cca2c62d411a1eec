"""高和宽用了同一个数。 / Takes the width to be the height."""

import torch


def reindex(W):
    n = W.shape[0]
    V = torch.zeros(n, n, 2 * n - 1, 2 * n - 1)
    for i in range(n):
        for j in range(n):
            V[i, j, n - 1 - i : 2 * n - 1 - i, n - 1 - j : 2 * n - 1 - j] = W[i, j]
    return V
