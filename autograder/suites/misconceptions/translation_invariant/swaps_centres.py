"""两个方向的零点弄混了：行的偏移用了宽，列的偏移用了高，正方形的图像看不出来。

The two origins are mixed up: the row offset uses the width and the column offset the height. A square image hides it.

Check: not_square
"""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.full((h, w), float(u))
    for i in range(h):
        for j in range(w):
            for k in range(h):
                for l in range(w):
                    H[i, j] += V[k - i + w - 1, l - j + h - 1] * X[k, l]
    return H
