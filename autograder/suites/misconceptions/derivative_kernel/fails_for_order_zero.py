"""零阶的核成了 0；零阶就是函数本身，一次差分也不做。

The kernel of order zero became 0; order zero is the function itself, without any difference.

Check: order_zero
"""

import math

import torch


def derivative_kernel(d):
    if d == 0:
        return torch.zeros(1, 1)
    return torch.tensor([[(-1.0) ** (d - k) * math.comb(d, k) for k in range(d + 1)]])
