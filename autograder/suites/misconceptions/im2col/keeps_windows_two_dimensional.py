"""窗口没有展平。 / Does not flatten the windows."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return torch.stack([X[i : i + h, j : j + w] for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)])
