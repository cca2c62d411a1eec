"""卷积核是按列展平的，与窗口里元素的顺序对不上；两边要用同一种顺序。

The kernel is flattened column by column, the windows are not; both need the same order.

Check: not_square
"""

import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    return (windows @ K.T.flatten()).reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
