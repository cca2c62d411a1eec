"""用偏置填好输出，再逐个窗口相加。 / Fills the output with the bias, then adds window by window."""

import torch
import torch.nn as nn


class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        h, w = kernel_size
        self.weight = nn.Parameter(data=torch.ones(h, w) / (h * w), requires_grad=True)
        self.bias = nn.Parameter(torch.tensor([0.1]))

    def forward(self, x):
        h, w = self.weight.shape

        def at(i, j):
            return (x[i:i + h, j:j + w] * self.weight).sum() + self.bias[0]

        return torch.stack([
            torch.stack([at(i, j) for j in range(x.shape[1] - w + 1)]) for i in range(x.shape[0] - h + 1)
        ])
