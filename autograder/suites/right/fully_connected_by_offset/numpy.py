"""NumPy 的滑动窗口。 / NumPy's sliding windows."""

import numpy as np
import torch
from numpy.lib.stride_tricks import sliding_window_view


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    padded = np.pad(X.numpy(), ((h - 1, h - 1), (w - 1, w - 1)))
    windows = sliding_window_view(padded, (2 * h - 1, 2 * w - 1))
    return torch.tensor(np.einsum("ijab,ijab->ij", V.numpy(), windows) + U.numpy())
