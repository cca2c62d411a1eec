"""squeeze 把长度为 1 的维度也去掉了：n = 2 时输出只有一列或一行，就不再是二维的了。

`squeeze` drops every dimension of length one; for n = 2 the output has one column or row and is no longer two-dimensional.

Check: smallest
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[1.0, -1.0]])
    return corr2d(X, K).squeeze(), corr2d(X.T, K).squeeze(), corr2d(X, K.T).squeeze()
