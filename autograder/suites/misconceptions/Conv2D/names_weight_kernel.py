"""参数的名字不对；题目约定它叫 weight，别的代码要按这个名字找它。

The parameter has another name; the exercise calls it `weight`, and other code looks for it under that name.

Check: parameters
"""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    return (X.unfold(0, h, 1).unfold(1, w, 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.kernel = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.kernel) + self.bias
