"""权重都是正的；差分要相减，符号应当一正一负地交替。

All weights are positive; a difference subtracts, so the signs should alternate.

Check: first_order
"""

import math

import torch


def derivative_kernel(d):
    return torch.tensor([[float(math.comb(d, k)) for k in range(d + 1)]])
