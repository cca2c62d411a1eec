"""以 position 为中心。 / Centres the field on the position."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    h = 1 + sum(k[0] - 1 for k in kernel_sizes)
    w = 1 + sum(k[1] - 1 for k in kernel_sizes)
    top, left = max(0, position[0] - h // 2), max(0, position[1] - w // 2)
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[top:top + h, left:left + w] = True
    return mask
