"""你把卷积核翻转了：那是严格意义上的卷积，这一题要的是互相关，核不翻转。

You flipped the kernel: that is convolution in the strict sense; this exercise asks for cross-correlation, which leaves it as it is.

Check: not_square
"""

import torch


def corr2d(X, K):
    K = K.flip((0, 1))
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
