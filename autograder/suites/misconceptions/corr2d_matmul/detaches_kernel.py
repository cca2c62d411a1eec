""".data 或 .detach() 把卷积核从计算图里摘了出来，梯度就传不到 K。

`.data` or `.detach()` takes the kernel out of the graph, so no gradient reaches K.

Check: gradients
"""

import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    return (windows @ K.detach().flatten()).reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
