"""负的结果都变成了 0，像是多用了一次激活函数；这里只要线性的部分。

Negative results became 0, as if an activation function had been applied; only the linear part is asked for here.

Check: weighted_sum
"""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    padded = torch.nn.functional.pad(X, (w - 1, w - 1, h - 1, h - 1))
    return torch.relu((padded.unfold(0, 2 * h - 1, 1).unfold(1, 2 * w - 1, 1) * V).sum((2, 3)) + u)
