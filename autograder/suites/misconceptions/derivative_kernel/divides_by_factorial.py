"""多除了 d!。 / Divides by d!."""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([[(-1) ** (d - k) * math.comb(d, k) / math.factorial(d) for k in range(d + 1)]])
