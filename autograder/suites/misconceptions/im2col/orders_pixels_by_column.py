"""窗口里的元素是按列排的；题目要的是行优先，先排完一行再排下一行。

The elements of a window come column by column; row-major order is asked for, one row after the other.

Check: not_square
"""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return torch.stack([X[i : i + h, j : j + w].T.flatten() for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)])
