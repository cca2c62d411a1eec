"""返回的是嵌套的列表；这一题要的是 torch 张量。

You return a nested list; the exercise asks for a torch tensor.

Check: outside
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] = W[i, j]
    return V.tolist()
