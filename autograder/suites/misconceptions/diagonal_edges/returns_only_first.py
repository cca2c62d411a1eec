"""只返回了一个结果；题目要的是三个张量的元组。

You return a single result; a tuple of three tensors is asked for.

Check: image
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[1.0, -1.0]])
    return corr2d(X, K)
