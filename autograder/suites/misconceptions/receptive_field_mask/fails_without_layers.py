"""列表为空时取 kernel_sizes[0] 会报错；想一想一层都没有时，一个元素看得见什么。

An empty list has no kernel_sizes[0]; think about what an element sees when there is no layer.

Check: no_layer
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    row, column = position
    h, w = kernel_sizes[0]
    for k_h, k_w in kernel_sizes[1:]:
        h, w = h + k_h - 1, w + k_w - 1
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row:row + h, column:column + w] = True
    return mask
