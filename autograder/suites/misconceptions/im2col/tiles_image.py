"""窗口互不重叠。 / Takes windows that do not overlap."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return torch.stack([X[i : i + h, j : j + w].flatten() for i in range(0, X.shape[0] - h + 1, h) for j in range(0, X.shape[1] - w + 1, w)])
