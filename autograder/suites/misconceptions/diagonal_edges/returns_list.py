"""返回的是列表；题目要的是元组。

You return a list; the exercise asks for a tuple.

Check: image
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[1.0, -1.0]])
    return [corr2d(X, K), corr2d(X.T, K), corr2d(X, K.T)]
