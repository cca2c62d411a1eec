"""F.unfold 与矩阵乘法。 / F.unfold and a matrix product."""

import torch
from torch.nn import functional as F


def corr2d(X, K):
    columns = F.unfold(X[None, None], tuple(K.shape))[0]
    return (K.reshape(1, -1) @ columns).reshape(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
