"""窗口排成了列。 / Puts the windows in columns."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return torch.stack([X[i : i + h, j : j + w].flatten() for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)]).T
