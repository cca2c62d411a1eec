"""真和假弄反了：能影响这个位置的元素才是 True。

True and False are exchanged: True is for the elements that can change the position.

Check: lesson_example
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    height = 1 + sum(k_h - 1 for k_h, _ in kernel_sizes)
    width = 1 + sum(k_w - 1 for _, k_w in kernel_sizes)
    row, column = position
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row : row + height, column : column + width] = True
    return ~mask
