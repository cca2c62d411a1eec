"""核的符号反了，或者被翻转了：题目里的 K 是先 1 后 −1。

The kernel has the wrong sign or was flipped: K in the exercise is 1, then −1.

Check: image
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[-1.0, 1.0]])
    return corr2d(X, K), corr2d(X.T, K), corr2d(X, K.T)
