"""窗口与卷积核之间用了矩阵乘法 @；互相关是对应元素相乘再求和，两种乘法不是一回事。

You used the matrix product `@` between window and kernel; cross-correlation multiplies element by element and sums.

Check: not_square
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] @ K).sum()
    return Y
