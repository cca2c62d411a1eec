"""return 缩进得太深，算完第一行就返回了，其余各行还是初始值。

The `return` is indented too deep: the function leaves after the first row, and the others keep their initial values.

Check: lesson_example
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y
