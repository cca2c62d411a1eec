"""只标了 position 自己；它的值来自输入里的一整块区域。

Only the position itself is marked; its value comes from a whole region of the input.

Check: lesson_example
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[position] = True
    return mask
