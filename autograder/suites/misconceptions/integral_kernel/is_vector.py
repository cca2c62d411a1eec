"""形状是 (n,)。 / Has the shape (n,)."""

import torch


def integral_kernel(n):
    return torch.ones(n)
