"""窗口排成矩阵，再做矩阵乘法；用双精度。 / Windows as rows of a matrix, in double precision."""

import torch


def corr2d(X, K):
    h, w = K.shape
    n, m = X.shape[0] - h + 1, X.shape[1] - w + 1
    rows = [X[i:i + h, j:j + w].reshape(-1) for i in range(n) for j in range(m)]
    return (torch.stack(rows).double() @ K.reshape(-1).double()).reshape(n, m)
