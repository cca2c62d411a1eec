"""偏置被截成了整数，小数部分丢了；u 可以是任何实数，不需要 int()。

The bias is cut down to a whole number and loses its fraction; u may be any real number, so nothing calls for int().

Check: not_square
"""

import torch


def convolutional_layer(X, V, u):
    size = V.shape[0]
    windows = torch.nn.functional.pad(X, [size // 2] * 4).unfold(0, size, 1).unfold(1, size, 1)
    return torch.full(X.shape, int(u)) + (windows * V).sum((2, 3))
