"""卷积核的高和宽取反了；shape 的第一个数是行数，第二个是列数。

Height and width of the kernel are exchanged; the first number of a shape counts rows, the second columns.

Check: not_square
"""

import torch


def corr2d(X, K):
    w, h = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
