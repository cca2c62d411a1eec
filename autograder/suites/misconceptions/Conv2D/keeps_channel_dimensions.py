"""weight 多了两个通道维度，那是 nn.Conv2d 的形状；这里的形状就是 kernel_size。

The weight has two channel dimensions more, as in nn.Conv2d; here its shape is kernel_size and nothing else.

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
        self.weight = nn.Parameter(torch.rand(1, 1, *kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight[0, 0]) + self.bias
