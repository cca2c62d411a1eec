"""漏掉最后一行和最后一列窗口。 / Leaves out the last row and column of windows."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    rows = [X[i : i + h, j : j + w].flatten() for i in range(X.shape[0] - h) for j in range(X.shape[1] - w)]
    return torch.stack(rows) if rows else torch.zeros(0, h * w)
