"""NumPy 的 sliding_window_view，float64。 / NumPy's sliding_window_view, in float64."""

import numpy as np
import torch


def im2col(X, kernel_shape):
    windows = np.lib.stride_tricks.sliding_window_view(X.numpy().astype(np.float64), kernel_shape)
    return torch.tensor(windows.reshape(-1, kernel_shape[0] * kernel_shape[1]))
