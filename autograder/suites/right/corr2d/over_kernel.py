"""对卷积核的元素循环。 / Loops over the kernel."""

import torch


def corr2d(X, K):
    h, w = X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1
    return sum(K[a, b] * X[a : a + h, b : b + w] for a in range(K.shape[0]) for b in range(K.shape[1]))
