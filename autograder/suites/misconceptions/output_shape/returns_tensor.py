"""返回张量。 / Returns a tensor."""

import torch


def output_shape(input_shape, kernel_shape):
    shape = torch.tensor(input_shape) - torch.tensor(kernel_shape) + 1
    if (shape < 1).any():
        raise ValueError
    return shape
