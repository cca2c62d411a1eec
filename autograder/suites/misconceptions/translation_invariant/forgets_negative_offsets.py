"""只用到了 V 中偏移量非负的那一部分，上方和左边的像素都漏掉了。

Only the part of V with offsets of zero and more is used; the pixels above and to the left are left out.

Check: weighted_sum
"""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            H[i, j] = u + (V[h - 1 : 2 * h - 1 - i, w - 1 : 2 * w - 1 - j] * X[i:, j:]).sum()
    return H
