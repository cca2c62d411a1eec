"""用梯度找。 / By gradients."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    X = torch.zeros(input_shape, dtype=torch.float64, requires_grad=True)
    Y = X[None, None]
    for size in kernel_sizes:
        Y = torch.nn.functional.conv2d(Y, torch.ones(1, 1, *size, dtype=torch.float64))
    Y[0, 0][tuple(position)].backward()
    return X.grad != 0
