"""以为输出是正方形。 / Assumes a square output."""

import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    return (windows @ K.flatten()).reshape(X.shape[0] - h + 1, X.shape[0] - h + 1)
