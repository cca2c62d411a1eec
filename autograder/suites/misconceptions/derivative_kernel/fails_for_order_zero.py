"""零阶返回了 0。 / Returns zero for order zero."""

import math

import torch


def derivative_kernel(d):
    if d == 0:
        return torch.zeros(1, 1)
    return torch.tensor([[(-1.0) ** (d - k) * math.comb(d, k) for k in range(d + 1)]])
