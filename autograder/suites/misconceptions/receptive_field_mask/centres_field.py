"""感受野被放在了 position 的正中；没有填充时，输出的位置 (i, j) 对应的窗口从输入的哪里开始？

You centred the field on the position; without padding, where in the input does the window of output (i, j) begin?

Check: lesson_example
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    height = 1 + sum(k_h - 1 for k_h, _ in kernel_sizes)
    width = 1 + sum(k_w - 1 for _, k_w in kernel_sizes)
    row, column = position[0] - height // 2, position[1] - width // 2
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[row : row + height, column : column + width] = True
    return mask
