"""只看第一层。 / Looks at the first layer only."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    row, column = position
    h, w = kernel_sizes[0] if kernel_sizes else (1, 1)
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row:row + h, column:column + w] = True
    return mask
