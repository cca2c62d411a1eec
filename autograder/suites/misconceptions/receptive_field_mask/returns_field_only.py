"""返回的只是感受野那一小块；题目要的是与输入同形的张量，感受野之外为 False。

You return the field alone; a tensor of the input's shape is asked for, False outside the field.

Check: one_layer
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    height = 1 + sum(k_h - 1 for k_h, _ in kernel_sizes)
    width = 1 + sum(k_w - 1 for _, k_w in kernel_sizes)
    return torch.ones(height, width, dtype=torch.bool)
