"""这一层所用的互相关翻转了卷积核；层本身没有问题，去看看 corr2d。

The cross-correlation under this layer flips the kernel; the layer itself is fine, so have a look at `corr2d`.

Check: lesson_example
"""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    return (X.unfold(0, h, 1).unfold(1, w, 1) * K.flip(0, 1)).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
