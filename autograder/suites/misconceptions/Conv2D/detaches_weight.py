""".detach()、.data 或 .item() 把 weight 从计算图里摘了出来，梯度传不到它，也就学不到东西；corr2d 里也要看看。

`.detach()`, `.data` or `.item()` takes the weight out of the graph: no gradient, nothing learned. Look into `corr2d` as well.

Check: gradient_of_weight
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
        return corr2d(x, self.weight.detach()) + self.bias
