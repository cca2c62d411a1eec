"""第一次调用时复制了 weight，以后不再更新。 / Copies the weight at the first call and never again."""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    return (X.unfold(0, h, 1).unfold(1, w, 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        if not hasattr(self, 'copy'):
            self.copy = [self.weight.clone()]
        return corr2d(x, self.copy[0]) + self.bias
