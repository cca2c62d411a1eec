"""偏置加到了输入的图像上，再经过互相关，就被卷积核的每个权重放大了；应当加在输出上。

The bias is added to the image before the cross-correlation, where every weight multiplies it; it belongs to the output.

Check: lesson_example
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
        return corr2d(x + self.bias, self.weight)
