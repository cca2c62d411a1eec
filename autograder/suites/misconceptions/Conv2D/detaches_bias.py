"""bias 取成了普通的数（例如用了 .item() 或 .data），梯度就传不到它。

The bias is turned into a plain number, by `.item()` or `.data` for example, and no gradient reaches it.

Check: gradient_of_bias
"""

import torch
from torch import nn


def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias.item()
