"""你把各层的大小乘了起来；每多一层，感受野是加宽几个元素，而不是成倍扩大。

You multiplied the sizes of the layers; one more layer widens the field by some elements, it does not multiply it.

Check: many_layers
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    row, column = position
    h = w = 1
    for k_h, k_w in kernel_sizes:
        h, w = h * k_h, w * k_w
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row:row + h, column:column + w] = True
    return mask
