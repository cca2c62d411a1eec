"""把像素编成一个序号再判断是否越界，会让一行的末尾接到下一行的开头；行和列要分别判断。

A pixel's single running number cannot tell the border: the end of one row continues in the next. Check row and column apart.

Check: outside
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            weights = W[i, j].flatten()
            for a in range(1 - h, h):
                for b in range(1 - w, w):
                    k = (i + a) * w + j + b
                    if 0 <= k < h * w:
                        V[i, j, a + h - 1, b + w - 1] = weights[k]
    return V
