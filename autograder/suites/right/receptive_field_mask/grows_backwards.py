"""从后往前扩大。 / Grows the mask backwards."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    seen = {tuple(position)}
    for k_h, k_w in reversed(kernel_sizes):
        seen = {(i + a, j + b) for i, j in seen for a in range(k_h) for b in range(k_w)}
    mask = torch.zeros(input_shape).bool()
    for i, j in seen:
        mask[i, j] = True
    return mask
