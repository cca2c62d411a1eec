"""第三个结果里的核没有转置；K.T 是新的张量，不会改变 K 自己。

The kernel in the third result is not transposed; K.T is a new tensor and does not change K itself.

Check: transposed_kernel
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[1.0, -1.0]])
    return corr2d(X, K), corr2d(X.T, K), corr2d(X, K)
