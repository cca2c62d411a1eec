"""窗口里的像素直接加了起来，没有乘以卷积核的权重；所有权重都不起作用。

The pixels of a window are added up as they are; the weights of the kernel play no part.

Check: lesson_example
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = X[i : i + h, j : j + w].sum()
    return Y
