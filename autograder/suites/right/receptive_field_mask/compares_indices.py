"""比较下标。 / Compares indices."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    end = [p + 1 + sum(k[axis] - 1 for k in kernel_sizes) for axis, p in enumerate(position)]
    i = torch.arange(input_shape[0])[:, None]
    j = torch.arange(input_shape[1])[None, :]
    return (i >= position[0]) & (i < end[0]) & (j >= position[1]) & (j < end[1])
