"""把偏置取成了整数。 / Rounds the bias to a whole number."""

import torch


def convolutional_layer(X, V, u):
    size = V.shape[0]
    windows = torch.nn.functional.pad(X, [size // 2] * 4).unfold(0, size, 1).unfold(1, size, 1)
    return torch.full(X.shape, int(u)) + (windows * V).sum((2, 3))
