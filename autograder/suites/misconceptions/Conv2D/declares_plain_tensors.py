"""只写 requires_grad=True 还不够：这样的张量有梯度，但 parameters() 里找不到它们，优化器也就看不见。

`requires_grad=True` is not enough: such tensors have gradients, but `parameters()` does not list them, so no optimizer sees them.

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
        self.weight = torch.rand(kernel_size, requires_grad=True)
        self.bias = torch.zeros(1, requires_grad=True)

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
