"""高和宽用了同一个数，只有正方形的图像才对；两个方向的大小要分别取。

Height and width are taken to be one number, which is right for square images only; read the two sizes apart.

Check: not_square
"""

import torch


def convolutional_layer(X, V, u):
    n = X.shape[0]
    size = V.shape[0]
    padded = torch.nn.functional.pad(X, [size // 2] * 4)
    H = torch.zeros(n, n)
    for i in range(n):
        for j in range(n):
            H[i, j] = u + (padded[i : i + size, j : j + size] * V).sum()
    return H
