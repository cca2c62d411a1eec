"""翻转了卷积核，成了卷积。 / Flips the kernel, which makes it a convolution."""

import torch


def corr2d(X, K):
    K = K.flip((0, 1))
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
