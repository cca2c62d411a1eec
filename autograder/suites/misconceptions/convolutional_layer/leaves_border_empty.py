"""边上的位置留成了 0，没有计算。 / Leaves positions near the border at 0."""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    d = V.shape[0] // 2
    H = torch.zeros(h, w)
    for i in range(d, h - d):
        for j in range(d, w - d):
            H[i, j] = u + (X[i - d : i + d + 1, j - d : j + d + 1] * V).sum()
    return H
