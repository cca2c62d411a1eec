"""只填了非负的偏移量；像素也可能在位置 (i, j) 的上方或左边，那时 a 或 b 是负的。

Only offsets of zero and more are filled in; a pixel may also lie above or to the left of (i, j), where a or b is negative.

Check: inside
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            V[i, j, h - 1 : 2 * h - 1 - i, w - 1 : 2 * w - 1 - j] = W[i, j, i:, j:]
    return V
