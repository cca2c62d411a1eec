"""第一次调用时复制了 weight，以后一直用这个副本，训练就不起作用；每次都要用当前的参数。

The weight is copied at the first call and the copy used ever after, so training has no effect; use the parameter itself each time.

Check: updated_parameters
"""

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
