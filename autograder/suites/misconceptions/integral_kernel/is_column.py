"""形状是 (n, 1)。 / Has the shape (n, 1)."""

import torch


def integral_kernel(n):
    return torch.ones(n, 1)
