"""负的结果都变成了 0，像是多用了一次激活函数；这里只要线性的部分。

Negative results became 0, as if an activation function had been applied; only the linear part is asked for here.

Check: weighted_sum
"""

import torch


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            weights = V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j]
            H[i, j] = max(U[i, j] + (weights * X).sum(), 0)
    return H
