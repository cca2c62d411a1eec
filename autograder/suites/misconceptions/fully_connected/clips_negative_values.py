"""负的结果都变成了 0，像是多用了一次激活函数；这里只要线性的部分。

Negative results became 0, as if an activation function had been applied; only the linear part is asked for here.

Check: weighted_sum
"""

import torch


def fully_connected(X, W, U):
    return torch.relu((W * X).sum((2, 3)) + U)
