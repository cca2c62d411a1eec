"""输出的高和宽各少了 1；数一数卷积核从一端移到另一端，一共有几个位置。

The output is one row and one column short; count the places where the kernel can stand between one end and the other.

Check: lesson_example
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h, X.shape[1] - w))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
