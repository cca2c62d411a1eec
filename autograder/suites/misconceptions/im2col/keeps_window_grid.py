"""没有合并窗口的两个维度。 / Keeps the grid of windows as two dimensions."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return X.unfold(0, h, 1).unfold(1, w, 1).flatten(2)
