"""窗口按列优先排列。 / Orders the windows column by column."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return torch.stack([X[i : i + h, j : j + w].flatten() for j in range(X.shape[1] - w + 1) for i in range(X.shape[0] - h + 1)])
