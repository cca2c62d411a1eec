"""以为图像是正方形。 / Assumes a square image."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return torch.stack([X[i : i + h, j : j + w].flatten() for i in range(X.shape[0] - h + 1) for j in range(X.shape[0] - w + 1)])
