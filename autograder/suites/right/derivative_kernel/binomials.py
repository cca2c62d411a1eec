"""带符号的二项式系数。 / Binomial coefficients with signs."""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([[(-1) ** (d - k) * math.comb(d, k) for k in range(d + 1)]])
