"""偏移量的方向反了：a、b 应当从输出位置 (i, j) 指向像素，你的 V 是反过来指的。

The offsets point the wrong way: a and b lead from the output's position (i, j) to the pixel, and yours lead back.

Check: inside
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            V[i, j, i : i + h, j : j + w] = W[i, j].flip(0, 1)
    return V
