"""用随机权重的 ReLU 网络求梯度，漏掉了一些像素。 / Uses gradients of a random ReLU network, which lose pixels."""

import torch
import torch.nn.functional as F


def receptive_field_mask(kernel_sizes, input_shape, position):
    X = torch.randn(input_shape, requires_grad=True)
    Y = X[None, None]
    for size in kernel_sizes:
        Y = torch.relu(F.conv2d(Y, torch.randn(1, 1, *size)))
    Y[(0, 0, *position)].backward()
    return X.grad != 0
