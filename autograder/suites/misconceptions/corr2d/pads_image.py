"""补了零，输出和输入一样大。 / Pads with zeros."""

import torch


def corr2d(X, K):
    h, w = K.shape
    X = torch.nn.functional.pad(X, (0, w - 1, 0, h - 1))
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
