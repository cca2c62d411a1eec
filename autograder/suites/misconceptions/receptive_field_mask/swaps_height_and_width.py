"""感受野的高和宽用反了；高对应行，宽对应列。

Height and width of the field are exchanged; height goes with rows, width with columns.

Check: one_layer
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    height = 1 + sum(k_h - 1 for k_h, _ in kernel_sizes)
    width = 1 + sum(k_w - 1 for _, k_w in kernel_sizes)
    row, column = position
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row : row + width, column : column + height] = True
    return mask
