"""这一层所做的互相关翻转了卷积核；如果 forward 调用的是 corr2d，问题就出在那里。

The cross-correlation of this layer flips the kernel; if `forward` calls `corr2d`, that is where to look.

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
