"""窗口里的乘积取了平均值；互相关是求和，没有除以个数。

You took the mean of the products in a window; cross-correlation sums them and divides by nothing.

Check: lesson_example
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).mean()
    return Y
