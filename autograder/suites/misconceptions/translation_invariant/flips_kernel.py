"""你把 V 翻转了：那是严格意义上的卷积；按这里的公式，V 怎么存放就怎么用。

You flipped V: that is convolution in the strict sense; the formula here uses V the way it is stored.

Check: weighted_sum
"""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    V = V.flip(0, 1)
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            H[i, j] = u + (V[h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] * X).sum()
    return H
