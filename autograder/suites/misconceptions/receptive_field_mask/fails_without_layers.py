"""空列表时出错。 / Fails for an empty list."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    row, column = position
    h, w = kernel_sizes[0]
    for k_h, k_w in kernel_sizes[1:]:
        h, w = h + k_h - 1, w + k_w - 1
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row:row + h, column:column + w] = True
    return mask
