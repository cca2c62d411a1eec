"""weight 只是普通的张量，没有登记为模型参数，训练时就不会更新；看看课文里它被包在什么里面。

`weight` is a plain tensor, so no parameter of the model, and training leaves it alone; see what the lesson wraps it in.

Check: parameters
"""

import torch
from torch import nn


def corr2d(X, K):
    return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = torch.rand(kernel_size)
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias
