"""参数设成了 requires_grad=False，或者前向传播放在了 no_grad 里；这样就得不到梯度。

The parameters have requires_grad=False, or the forward pass runs under no_grad; either way there is no gradient.

Check: gradient_of_weight
"""

import torch
from torch import nn


def corr2d(X, K):
    h, w = K.shape
    return (X.unfold(0, h, 1).unfold(1, w, 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size), requires_grad=False)
        self.bias = nn.Parameter(torch.zeros(1), requires_grad=False)

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
