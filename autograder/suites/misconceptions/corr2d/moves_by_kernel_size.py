"""窗口每次移动了一个卷积核的大小，各个窗口互不重叠；这里的步幅是 1。

The window moves on by the size of the kernel, so windows never overlap; here it moves by one.

Check: lesson_example
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] // h, X.shape[1] // w))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * h : i * h + h, j * w : j * w + w] * K).sum()
    return Y
