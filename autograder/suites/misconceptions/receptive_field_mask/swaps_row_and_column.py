"""position 的行和列用反了；先是行，后是列。

Row and column of the position are exchanged; the row comes first.

Check: one_layer
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    height = 1 + sum(k_h - 1 for k_h, _ in kernel_sizes)
    width = 1 + sum(k_w - 1 for _, k_w in kernel_sizes)
    column, row = position
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row : row + height, column : column + width] = True
    return mask
