"""搬完之后把 W 清零了；输入是别人的，只能读，不能改。

You set W to zero once it is copied; the inputs belong to the caller: read them, do not change them.

Check: second_call
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] = W[i, j]
            W[i, j] = 0
    return V
