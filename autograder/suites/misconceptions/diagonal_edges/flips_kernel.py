"""翻转了核：这是卷积。 / Flips the kernel: that is convolution."""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[-1.0, 1.0]])
    return corr2d(X, K), corr2d(X.T, K), corr2d(X, K.T)
