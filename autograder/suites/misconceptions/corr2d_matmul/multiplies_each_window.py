"""每个窗口与卷积核之间用了矩阵乘法 @；互相关是对应元素相乘再求和。

You used `@` between each window and the kernel; cross-correlation multiplies element by element and sums.

Check: lesson_example
"""

import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] @ K).sum()
    return Y
