"""按核的大小补零，输出变大了。 / Pads by the kernel's size, so the output grows."""

import torch


def convolutional_layer(X, V, u):
    size = V.shape[0]
    return u + (torch.nn.functional.pad(X, [size - 1] * 4).unfold(0, size, 1).unfold(1, size, 1) * V).sum((2, 3))
