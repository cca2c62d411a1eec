"""翻转了核：这是卷积。 / Flips the kernel: that is convolution."""

import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    return (windows @ K.flip(0, 1).flatten()).reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
