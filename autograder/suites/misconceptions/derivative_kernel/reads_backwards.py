"""核的方向反了，奇数阶的符号就反了；前向差分是后一个减前一个。

The kernel runs the other way, so odd orders have the wrong sign; a forward difference takes this sample from the next.

Check: odd_orders
"""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([[(-1.0) ** k * math.comb(d, k) for k in range(d + 1)]])
