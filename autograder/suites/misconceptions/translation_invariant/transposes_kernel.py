"""V 的两个下标用反了：第一个是行的偏移，第二个是列的偏移。

The two indices of V are exchanged: the first is the offset in rows, the second in columns.

Check: weighted_sum
"""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.full((h, w), float(u))
    for i in range(h):
        for j in range(w):
            for k in range(h):
                for l in range(w):
                    H[i, j] += V[l - j + w - 1, k - i + h - 1] * X[k, l]
    return H
