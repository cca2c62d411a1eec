"""形状是 (d + 1,)。 / Has the shape (d + 1,)."""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([(-1.0) ** (d - k) * math.comb(d, k) for k in range(d + 1)])
