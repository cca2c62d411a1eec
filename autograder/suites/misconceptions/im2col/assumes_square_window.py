"""窗口的宽也用了高的数值，只有正方形的窗口才对；两个方向的大小要分别取。

The window's height serves as its width too, which is right for square windows only; read the two sizes apart.

Check: not_square
"""

import torch


def im2col(X, kernel_shape):
    h = w = kernel_shape[0]
    return torch.stack([X[i : i + h, j : j + w].flatten() for i in range(X.shape[0] - h + 1) for j in range(X.shape[1] - w + 1)])
