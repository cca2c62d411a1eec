"""第三个结果用的还是转置之后的图像；每个结果都要从原来的 X 和 K 出发。

The third result still uses the transposed image; each of them starts from X and K as they were.

Check: transposed_kernel
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[1.0, -1.0]])
    return corr2d(X, K), corr2d(X.T, K), corr2d(X.T, K.T)
