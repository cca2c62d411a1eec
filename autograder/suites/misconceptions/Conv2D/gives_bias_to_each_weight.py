"""你给每个权重都配了一个偏置；整个输出共用一个偏置，它的形状与卷积核无关。

Every weight got a bias of its own; the whole output shares a single one, whatever the shape of the kernel.

Check: parameters
"""

import torch
from torch import nn


def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(kernel_size))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
