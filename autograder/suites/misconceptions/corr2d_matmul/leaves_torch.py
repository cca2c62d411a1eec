"""转到 NumPy 计算，没有梯度。 / Computes in NumPy, which has no gradients."""

import numpy as np
import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    windows = np.lib.stride_tricks.sliding_window_view(X.detach().numpy(), (h, w))
    flat = windows.reshape(-1, h * w) @ K.detach().numpy().reshape(-1)
    return torch.from_numpy(flat.reshape(windows.shape[:2]))
