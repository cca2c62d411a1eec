"""逐个窗口复制。 / Copy window by window."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    rows = []
    for i in range(X.shape[0] - h + 1):
        for j in range(X.shape[1] - w + 1):
            rows.append(X[i : i + h, j : j + w].reshape(-1))
    return torch.stack(rows)
