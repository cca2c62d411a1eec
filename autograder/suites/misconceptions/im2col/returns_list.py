"""返回列表。 / Returns a list."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return [X[i : i + h, j : j + w].flatten() for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)]
