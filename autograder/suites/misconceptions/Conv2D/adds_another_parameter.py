"""除了 weight 和 bias，还多登记了一个模型参数；常数或者只在内部用的张量不要包成 nn.Parameter。

Besides weight and bias there is one more parameter; do not wrap constants or internal tensors in nn.Parameter.

Check: parameters
"""

import torch
from torch import nn


def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.scale = nn.Parameter(torch.ones(1))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
