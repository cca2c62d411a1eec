"""结果取了绝对值，符号丢了；互相关的输出可正可负。

You took absolute values and lost the signs; a cross-correlation may well be negative.

Check: not_square
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y.abs()
