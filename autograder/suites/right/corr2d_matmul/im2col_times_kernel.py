"""窗口矩阵乘以展平的核。 / Windows as rows, times the flattened kernel."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)


def corr2d_matmul(X, K):
    Y = torch.matmul(im2col(X, K.shape), K.reshape(-1, 1))
    return Y.reshape(X.shape[0] - K.shape[0] + 1, -1)
