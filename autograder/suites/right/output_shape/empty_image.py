"""用没有数据的 meta 张量试一次。 / Tries it on a tensor without data."""

import torch


def output_shape(input_shape, kernel_shape):
    X = torch.empty(input_shape, device='meta')
    for axis in (0, 1):
        if kernel_shape[axis] > input_shape[axis]:
            raise ValueError(kernel_shape)
        X = X.unfold(axis, kernel_shape[axis], 1)
    return X.shape[:2]
