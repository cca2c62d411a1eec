"""旧式的 super()，互相关写成方法，多一个有默认值的参数。 / Old-style super(), a method, and one more argument with a default."""

import torch
from torch import nn


class Conv2D(nn.Module):
    def __init__(self, kernel_size, scale=0.1):
        super(Conv2D, self).__init__()
        self.weight = nn.Parameter(scale * torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def correlate(self, x):
        h, w = self.weight.shape
        return torch.einsum("ijab,ab->ij", x.unfold(0, h, 1).unfold(1, w, 1), self.weight)

    def forward(self, x):
        return self.correlate(x) + self.bias
