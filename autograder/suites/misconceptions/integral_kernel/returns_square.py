"""核是 n×n 的，那是对二维区域求和；这里只沿一个方向。

The kernel is n×n, which sums over a region of two dimensions; one direction is asked for.

Check: three
"""

import torch


def integral_kernel(n):
    return torch.ones(n, n)
