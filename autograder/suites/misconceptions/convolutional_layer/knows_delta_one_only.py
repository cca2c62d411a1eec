"""窗口的大小写死成了 3；Δ 可以是别的数，要从 V 的形状得出来。

The window's size is fixed at 3; Δ may be another number, so take it from the shape of V.

Check: larger_kernels
"""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    padded = torch.zeros(h + 2, w + 2)
    padded[1:-1, 1:-1] = X
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            H[i, j] = u + (padded[i : i + 3, j : j + 3] * V).sum()
    return H
