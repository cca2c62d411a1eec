"""感受野的大小用了乘积。 / Multiplies the sizes of the layers."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    row, column = position
    h = w = 1
    for k_h, k_w in kernel_sizes:
        h, w = h * k_h, w * k_w
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row:row + h, column:column + w] = True
    return mask
