"""偏移量的个数多数了一个；从最小的数到最大的，别忘了零只数一次。

You counted one offset too many; count from the smallest to the largest, with zero once.

Check: outside
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h, 2 * w)
    for i in range(h):
        for j in range(w):
            V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] = W[i, j]
    return V
