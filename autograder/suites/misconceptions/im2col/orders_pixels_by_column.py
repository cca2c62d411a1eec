"""窗口内按列优先展平。 / Flattens each window column by column."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return torch.stack([X[i : i + h, j : j + w].T.flatten() for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)])
