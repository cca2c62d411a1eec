"""翻转了核：用了 X[i-a, j-b]。 / Flips the kernel: reads X[i-a, j-b]."""

import torch


def convolutional_layer(X, V, u):
    size = V.shape[0]
    windows = torch.nn.functional.pad(X, [size // 2] * 4).unfold(0, size, 1).unfold(1, size, 1)
    return u + (windows * V.flip(0, 1)).sum((2, 3))
