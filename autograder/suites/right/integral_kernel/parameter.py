"""一个 nn.Parameter。 / An nn.Parameter."""

import torch
from torch import nn


def integral_kernel(n):
    return nn.Parameter(torch.full((1, n), 1.0))
