"""把窗口的高和宽弄反了。 / Exchanges the window's height and width."""

import torch


def im2col(X, kernel_shape):
    w, h = kernel_shape
    return torch.stack([X[i : i + h, j : j + w].flatten() for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)])
