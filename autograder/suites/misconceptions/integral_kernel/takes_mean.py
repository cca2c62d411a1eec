"""这是求平均的核，结果除以了 n；题目要的是窗口内的和。

This kernel averages, since it divides by n; the sum over the window is asked for.

Check: three
"""

import torch


def integral_kernel(n):
    return torch.ones(1, n) / n
