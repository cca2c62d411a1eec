"""最大的偏移量没有算进去；range 不包含终点，看看 a、b 最大应当取到几。

The largest offset is missing: a `range` leaves its end out, so check the largest values a and b have to take.

Check: inside
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h - 1):
                for b in range(-(w - 1), w - 1):
                    if 0 <= i + a < h and 0 <= j + b < w:
                        V[i, j, a + h - 1, b + w - 1] = W[i, j, i + a, j + b]
    return V
