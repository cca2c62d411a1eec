"""两个方向的零点弄混了：行的偏移加上了宽，列的偏移加上了高，正方形的图像看不出来。

The two origins are mixed up: the row offset is shifted by the width and the column offset by the height. A square image hides it.

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
                    V[i, j, k - i + w - 1, l - j + h - 1] = W[i, j, k, l]
    return V
