"""中途换成了 NumPy，计算图就断了，梯度传不回 X 和 K；这一题的结果要可导。

Going through NumPy cuts the graph, so no gradient gets back to X and K; this result has to be differentiable.

Check: gradients
"""

import numpy as np
import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    windows = np.lib.stride_tricks.sliding_window_view(X.detach().numpy(), (h, w))
    flat = windows.reshape(-1, h * w) @ K.detach().numpy().reshape(-1)
    return torch.from_numpy(flat.reshape(windows.shape[:2]))
