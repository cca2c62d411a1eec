"""用零填充，输出和输入一样大。 / Pads with zeros, so the output is as large as the input."""

import torch


def corr2d(X, K):
    h, w = K.shape
    padded = torch.zeros(X.shape[0] + h - 1, X.shape[1] + w - 1)
    padded[:X.shape[0], :X.shape[1]] = X
    return (padded.unfold(0, h, 1).unfold(1, w, 1) * K).sum((2, 3))
