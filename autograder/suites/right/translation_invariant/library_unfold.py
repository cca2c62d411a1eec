"""F.unfold 与矩阵乘法。 / F.unfold and a matrix product."""

from torch import nn


def translation_invariant(X, V, u):
    h, w = X.shape
    columns = nn.Unfold(V.shape, padding=(h - 1, w - 1))(X.reshape(1, 1, h, w))
    return (V.reshape(1, -1) @ columns[0]).reshape(h, w) + u
