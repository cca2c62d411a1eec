"""卷积核被转置了，它的高和宽、行和列都换了位置；窗口里的元素要与同一位置的权重相乘。

The kernel was transposed, so its rows became columns; each element of a window meets the weight at its own place.

Check: not_square
"""

import torch


def corr2d(X, K):
    K = K.t()
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
