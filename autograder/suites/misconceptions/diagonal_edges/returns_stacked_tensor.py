"""你把结果补齐后叠成了一个张量；三个结果的形状不同，题目要的是元组。

You padded the results and stacked them in one tensor; their shapes differ, and a tuple is asked for.

Check: image, no credit
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[1.0, -1.0]])
    results = torch.zeros(3, n, n)
    results[0, :, : n - 1] = corr2d(X, K)
    results[1, :, : n - 1] = corr2d(X.T, K)
    results[2, : n - 1] = corr2d(X, K.T)
    return results
