"""两重循环。 / Two loops."""

import torch


def diagonal_image(n):
    X = torch.zeros(n, n)
    for i in range(n):
        for j in range(i, n):
            X[i, j] = 1
    return X
