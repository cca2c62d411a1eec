"""每个方向多标了一个；切片不包含终点，数一数标出了几行几列。

One row and one column too many are marked: a slice leaves its end out. Count what you marked.

Check: lesson_example
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    height = 1 + sum(k_h - 1 for k_h, _ in kernel_sizes)
    width = 1 + sum(k_w - 1 for _, k_w in kernel_sizes)
    row, column = position
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row : row + height + 1, column : column + width + 1] = True
    return mask
