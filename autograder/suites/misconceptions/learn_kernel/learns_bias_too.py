"""模型里多了一个偏置，一起参加了训练；题目说没有偏置。

The model has a bias that takes part in the training; the exercise says there is none.

Check: steps
"""

from torch import nn


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    conv2d = nn.Conv2d(1, 1, kernel_size=kernel_size)
    X, Y = X.reshape(1, 1, *X.shape), Y.reshape(1, 1, *Y.shape)
    losses = []
    for i in range(num_epochs):
        loss = ((conv2d(X) - Y) ** 2).sum()
        conv2d.zero_grad()
        loss.backward()
        conv2d.weight.data[:] -= lr * conv2d.weight.grad
        conv2d.bias.data[:] -= lr * conv2d.bias.grad
        losses.append(loss.item())
    return conv2d.weight.data.reshape(kernel_size), losses
