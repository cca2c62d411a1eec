"""感受野被画在了 position 的左上方；没有填充时，输出的位置 (i, j) 对应的窗口从输入的哪里开始？

Your field lies above and to the left of the position; without padding, where does the window of output (i, j) begin?

Check: one_layer
"""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    h = 1 + sum(k[0] - 1 for k in kernel_sizes)
    w = 1 + sum(k[1] - 1 for k in kernel_sizes)
    bottom, right = max(position[0] + 1, h), max(position[1] + 1, w)
    mask = torch.zeros(input_shape, dtype=torch.bool)
    mask[bottom - h : bottom, right - w : right] = True
    return mask
