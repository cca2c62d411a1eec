"""用 as_strided 取窗口。 / Takes the windows by as_strided."""

import torch


def im2col(X, kernel_shape):
    h, w = kernel_shape
    n_h, n_w = X.shape
    out = (n_h - h + 1, n_w - w + 1)
    return X.as_strided((*out, h, w), (n_w, 1, n_w, 1)).reshape(out[0] * out[1], h * w)
