"""return 缩进得太深，算完第一行就返回了，其余各行还是初始值。

The `return` is indented too deep: the function leaves after the first row, and the others keep their initial values.

Check: weighted_sum
"""

import torch


def fully_connected(X, W, U):
    H = torch.zeros(X.shape)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            H[i, j] = U[i, j] + (W[i, j] * X).sum()
        return H
