"""窗口的高和宽取反了；kernel_shape 的第一个数是高。

Height and width of the window are exchanged; the first number of kernel_shape is the height.

Check: not_square
"""

import torch


def im2col(X, kernel_shape):
    w, h = kernel_shape
    return torch.stack([X[i : i + h, j : j + w].flatten() for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)])
