"""折回去的时候高和宽反了；先是高，后是宽。

When folding back, height and width are exchanged; height comes first.

Check: not_square
"""

import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    return (windows @ K.flatten()).reshape(X.shape[1] - w + 1, X.shape[0] - h + 1)
