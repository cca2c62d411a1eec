"""结果算出来了，却没有返回；函数没有 return 时返回 None。

The result is computed but never returned; a function without `return` gives None.

Check: lesson_example
"""

import torch


def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
