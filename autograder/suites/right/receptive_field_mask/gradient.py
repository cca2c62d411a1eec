"""从输出元素反向传播，梯度不为零处就是感受野。 / Backpropagates from the output element."""

import torch
import torch.nn.functional as F


def receptive_field_mask(kernel_sizes, input_shape, position):
    X = torch.ones(input_shape, requires_grad=True)
    Y = X[None, None]
    for size in kernel_sizes:
        Y = F.conv2d(Y, torch.ones(1, 1, *size) / (size[0] * size[1]))
    Y[(0, 0, *position)].backward()
    return X.grad != 0
