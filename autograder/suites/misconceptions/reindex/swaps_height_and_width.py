"""V 的后两个维度放反了：先是行的偏移，后是列的偏移，图像不是正方形时形状就不对。

The last two dimensions of V are exchanged: rows come first, then columns; unless the image is square, the shape tells.

Check: outside
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * w - 1, 2 * h - 1)
    for i in range(h):
        for j in range(w):
            V[i, j, w - 1 - j : 2 * w - 1 - j, h - 1 - i : 2 * h - 1 - i] = W[i, j].T
    return V
