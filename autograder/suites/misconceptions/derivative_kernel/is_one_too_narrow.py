"""宽度是 d，少了 1。 / Is d wide, one too narrow."""

import math

import torch


def derivative_kernel(d):
    d -= 1
    return torch.tensor([[(-1.0) ** (d - k) * math.comb(max(d, 0), k) for k in range(d + 1)]])
