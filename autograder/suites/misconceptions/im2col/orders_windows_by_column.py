"""窗口之间是按列排的：两层循环的里外反了；题目要的是先从左到右，再从上到下。

The windows come column by column, since your two loops are nested the other way; go from left to right first, then down.

Check: not_square
"""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return torch.stack([X[i : i + h, j : j + w].flatten() for j in range(X.shape[1] - w + 1) for i in range(X.shape[0] - h + 1)])
