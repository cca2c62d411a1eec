"""形状是 (n, n)。 / Has the shape (n, n)."""

import torch


def integral_kernel(n):
    return torch.ones(n, n)
