"""最后一行和最后一列的窗口漏掉了；数一数窗口在每个方向上有几个位置。

The windows of the last row and column are missing; count the places a window can take in each direction.

Check: lesson_image
"""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    rows = [X[i : i + h, j : j + w].flatten() for i in range(X.shape[0] - h) for j in range(X.shape[1] - w)]
    return torch.stack(rows) if rows else torch.zeros(0, h * w)
