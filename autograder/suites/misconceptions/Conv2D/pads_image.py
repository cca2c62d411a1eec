"""这一层所做的互相关补了零，输出变大了；如果 forward 调用的是 corr2d，问题就出在那里。

The cross-correlation of this layer pads the image, so the output grows; if `forward` calls `corr2d`, that is where to look.

Check: lesson_example
"""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    X = nn.functional.pad(X, (0, w - 1, 0, h - 1))
    return (X.unfold(0, h, 1).unfold(1, w, 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
