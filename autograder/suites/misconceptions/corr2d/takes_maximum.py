"""窗口里取了最大的乘积；那是汇聚层的做法，互相关要把所有乘积加起来。

You kept the largest product of a window; that is how a pooling layer works, and cross-correlation adds all products up.

Check: lesson_example
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).max()
    return Y
