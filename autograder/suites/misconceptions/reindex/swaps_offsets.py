"""纵向和横向的偏移量在 V 里放反了位置：第三个下标是行的偏移，第四个是列的偏移。

The vertical and the horizontal offset stand in each other's place: the third index of V is for rows, the fourth for columns.

Check: inside
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            for k in range(h):
                for l in range(w):
                    a, b = k - i, l - j
                    if abs(b) < h and abs(a) < w:
                        V[i, j, b + h - 1, a + w - 1] = W[i, j, k, l]
    return V
