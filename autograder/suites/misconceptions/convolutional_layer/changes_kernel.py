"""在原来的核上加偏置，改动了输入。 / Adds to the kernel in place, which changes an input."""

import torch


def convolutional_layer(X, V, u):
    size = V.shape[0]
    windows = torch.nn.functional.pad(X, [size // 2] * 4).unfold(0, size, 1).unfold(1, size, 1)
    H = u + (windows * V).sum((2, 3))
    V += u
    return H
