"""这一层调用了 PyTorch 现成的卷积；应当用自己写的互相关。

This layer calls PyTorch's ready-made convolution; use a cross-correlation of your own.

Check: own_work
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
        return nn.functional.conv2d(x[None, None], self.weight[None, None])[0, 0] + self.bias
