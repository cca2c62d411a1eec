"""偏移量直接当了下标，负的偏移量就从末尾数起了；想一想零偏移应当落在 V 的什么地方。

The offset itself serves as the index, so negative ones count from the end; think about where in V the offset zero belongs.

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
                    V[i, j, k - i, l - j] = W[i, j, k, l]
    return V
