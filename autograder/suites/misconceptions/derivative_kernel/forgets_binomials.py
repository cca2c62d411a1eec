"""权重的大小都是 1；对差分再求差分，看看二阶时中间的权重是多少。

Every weight has size 1; take the difference of a difference and see what the middle weight of order two becomes.

Check: even_orders
"""

import torch


def derivative_kernel(d):
    return torch.tensor([[(-1.0) ** (d - k) for k in range(d + 1)]])
