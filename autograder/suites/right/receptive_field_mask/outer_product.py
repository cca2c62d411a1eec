"""行与列的外积。 / The outer product of rows and columns."""

import torch


def receptive_field(kernel_sizes):
    return tuple(1 + sum(k[axis] - 1 for k in kernel_sizes) for axis in (0, 1))


def receptive_field_mask(kernel_sizes, input_shape, position):
    inside = []
    for n, start, size in zip(input_shape, position, receptive_field(kernel_sizes)):
        index = torch.arange(n)
        inside.append((index >= start) & (index < start + size))
    return inside[0][:, None] & inside[1][None, :]
