"""只看第一层。 / Looks at the first layer only."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    height = 1 + sum(k_h - 1 for k_h, _ in kernel_sizes[:1])
    width = 1 + sum(k_w - 1 for _, k_w in kernel_sizes[:1])
    row, column = position
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row : row + height, column : column + width] = True
    return mask
