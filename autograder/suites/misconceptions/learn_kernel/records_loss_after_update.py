"""记录的是更新之后的损失；题目要的是每次更新之前的。

You record the loss after the update; the one before each update is asked for.

Check: lesson_example
"""

from torch import nn


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    conv2d = nn.Conv2d(1, 1, kernel_size=kernel_size, bias=False)
    X, Y = X.reshape(1, 1, *X.shape), Y.reshape(1, 1, *Y.shape)
    losses = []
    for i in range(num_epochs):
        loss = ((conv2d(X) - Y) ** 2).sum()
        conv2d.zero_grad()
        loss.backward()
        conv2d.weight.data[:] -= lr * conv2d.weight.grad
        losses.append(((conv2d(X) - Y) ** 2).sum().item())
    return conv2d.weight.data.reshape(kernel_size), losses
