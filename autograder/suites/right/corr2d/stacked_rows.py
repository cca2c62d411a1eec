"""用列表收集每个元素，再拼起来。 / Elements in lists, stacked."""

import torch
from d2l import torch as d2l


def corr2d(X, K):
    """计算二维互相关运算"""
    h, w = K.shape
    rows = []
    for i in range(len(X) - h + 1):
        rows.append(torch.stack([torch.tensordot(X[i:i + h, j:j + w], K, dims=2) for j in range(X.size(1) - w + 1)]))
    return torch.stack(rows)


print(corr2d(torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)))
