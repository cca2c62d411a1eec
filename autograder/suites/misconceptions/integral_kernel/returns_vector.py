"""核是一维的；题目要的形状是 (1, n)。

The kernel has one dimension; the shape asked for is (1, n).

Check: three
"""

import torch


def integral_kernel(n):
    return torch.ones(n)
