"""读出差分核的宽度。 / Read the width of the difference kernel."""

import torch


def difference(d):
    kernel = torch.ones(1, 1)
    for _ in range(d):
        kernel = torch.nn.functional.pad(kernel, (1, 0)) - torch.nn.functional.pad(kernel, (0, 1))
    return kernel


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError
    return difference(d).shape[1]
