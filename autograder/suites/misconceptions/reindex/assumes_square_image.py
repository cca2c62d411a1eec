"""高和宽用了同一个数，只有正方形的图像才对；V 的后两个维度长度不同。

Height and width are taken to be one number, right for square images only; the last two dimensions of V differ in length.

Check: outside
"""

import torch


def reindex(W):
    n = W.shape[0]
    V = torch.zeros(n, n, 2 * n - 1, 2 * n - 1)
    for i in range(n):
        for j in range(n):
            V[i, j, n - 1 - i : 2 * n - 1 - i, n - 1 - j : 2 * n - 1 - j] = W[i, j]
    return V
