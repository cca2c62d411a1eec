"""切断了 K 的计算图。 / Cuts the graph of K."""

import torch


def corr2d_matmul(X, K):
    h, w = K.shape
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    return (windows @ K.detach().flatten()).reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
