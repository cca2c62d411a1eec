"""用 pop 一层层取，把传进来的列表取空了；输入只能读，不能改。

Taking the layers out with `pop` empties the list that came in; the inputs are to be read, not changed.

Check: second_call
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    row, column = position
    height = width = 1
    while kernel_sizes:
        k_h, k_w = kernel_sizes.pop()
        height += k_h - 1
        width += k_w - 1
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row : row + height, column : column + width] = True
    return mask
