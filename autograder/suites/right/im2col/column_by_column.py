"""按窗口内的位置逐列填写。 / Fill column by column, a position in the window each."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    oh, ow = X.shape[0] - h + 1, X.shape[1] - w + 1
    columns = [X[a : a + oh, b : b + ow].flatten() for a in range(h) for b in range(w)]
    return torch.stack(columns, dim=1)
