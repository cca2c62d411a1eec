"""没有先调用 super().__init__()，nn.Module 还没准备好，就不能登记参数。

`super().__init__()` is not called first; until then nn.Module is not ready to take parameters.

Check: parameters
"""

import torch
from torch import nn


def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
