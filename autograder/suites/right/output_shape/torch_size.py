"""返回 torch.Size。 / Returns a torch.Size."""

import torch


def output_shape(input_shape, kernel_shape):
    size = [n - k + 1 for n, k in zip(input_shape, kernel_shape)]
    if min(size) <= 0:
        raise ValueError
    return torch.Size(size)
