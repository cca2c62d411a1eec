"""多包含了一行一列。 / Takes in one row and column too many."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    row, column = position
    h = 1 + sum(k[0] - 1 for k in kernel_sizes)
    w = 1 + sum(k[1] - 1 for k in kernel_sizes)
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row:row + h + 1, column:column + w + 1] = True
    return mask
