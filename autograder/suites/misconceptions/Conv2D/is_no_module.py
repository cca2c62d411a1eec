"""Conv2D 没有继承 nn.Module，就只是普通的类：不能像函数那样调用，也没有模型参数。

Conv2D is not derived from nn.Module: a plain class can neither be called like a layer nor has it parameters.

Check: parameters, no credit
"""

import torch
from torch import nn


def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))


class Conv2D:
    def __init__(self, kernel_size):
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
