"""左右颠倒：奇数阶的符号错了。 / Is read backwards, so odd orders have the wrong sign."""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([[(-1.0) ** k * math.comb(d, k) for k in range(d + 1)]])
