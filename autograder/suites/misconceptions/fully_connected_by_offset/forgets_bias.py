"""加权和算对了，但偏置 U 没有加上；看看公式里求和号之外的那一项。

The weighted sum is right, but the bias U is not added; look at the term that stands outside the sums.

Check: public_image
"""

import torch


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = torch.zeros(h, w)
    for i in range(h):
        for j in range(w):
            H[i, j] = (V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] * X).sum()
    return H
