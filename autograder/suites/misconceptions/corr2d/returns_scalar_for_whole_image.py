"""卷积核与图像一样大时，返回的是一个零维的数；输出仍应是二维的，只不过只有一个元素。

For a kernel as large as the image you return a number without dimensions; the output is two-dimensional even with one element.

Check: extreme_kernels
"""

import torch


def corr2d(X, K):
    if X.shape == K.shape:
        return (X * K).sum()
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
