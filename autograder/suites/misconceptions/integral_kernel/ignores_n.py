"""宽度总是 3。 / Is always 3 wide."""

import torch


def integral_kernel(n):
    return torch.ones(1, 3)
