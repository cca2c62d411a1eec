"""每个窗口成了一列；这里要的是一个窗口一行。

Each window became a column; here a window is a row.

Check: not_square
"""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return torch.stack([X[i : i + h, j : j + w].flatten() for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)]).T
