"""转成 float64，再堆叠。 / Stacks rows in float64."""

import torch


def corr2d(X, K):
    X, K = X.double(), K.double()
    h, w = K.shape
    rows = [[(X[i : i + h, j : j + w] * K).sum() for j in range(X.shape[1] - w + 1)] for i in range(X.shape[0] - h + 1)]
    return torch.stack([torch.stack(row) for row in rows])
