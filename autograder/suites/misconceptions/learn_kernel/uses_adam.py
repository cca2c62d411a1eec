"""用的是 Adam；题目要的是普通的梯度下降，步长就是学习率乘以梯度。

You use Adam; plain gradient descent is asked for, whose step is the learning rate times the gradient.

Check: steps
"""

import torch
from torch import nn


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    conv2d = nn.Conv2d(1, 1, kernel_size=kernel_size, bias=False)
    X, Y = X.reshape(1, 1, *X.shape), Y.reshape(1, 1, *Y.shape)
    optimizer = torch.optim.Adam(conv2d.parameters(), lr=lr)
    losses = []
    for i in range(num_epochs):
        loss = ((conv2d(X) - Y) ** 2).sum()
        conv2d.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return conv2d.weight.data.reshape(kernel_size), losses
