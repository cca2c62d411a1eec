"""切片。 / A slice."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    i, j = position
    h = 1 + sum(k[0] - 1 for k in kernel_sizes)
    w = 1 + sum(k[1] - 1 for k in kernel_sizes)
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[i:i + h, j:j + w] = True
    return mask
