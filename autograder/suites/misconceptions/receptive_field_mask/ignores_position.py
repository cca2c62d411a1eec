"""感受野总是从左上角开始，没有用到 position。

Your field always begins at the upper left corner; the position is not used.

Check: one_layer
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    height = 1 + sum(k_h - 1 for k_h, _ in kernel_sizes)
    width = 1 + sum(k_w - 1 for _, k_w in kernel_sizes)
    row, column = 0, 0
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row : row + height, column : column + width] = True
    return mask
