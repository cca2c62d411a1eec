"""算完之后图像被改动了，再次调用时就不是原来的图像了；输入只能读，不能改。

The image is changed along the way, so a second call meets another one; the inputs are to be read, not changed.

Check: second_call
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    X.data.zero_()
    return Y
