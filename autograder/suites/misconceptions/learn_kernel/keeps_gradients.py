"""每一轮的梯度都累加在上一轮的上面；反向传播之前，要先清掉旧的梯度。

Each round's gradient is added to those before; clear the old one before you backpropagate.

Check: lesson_example
"""

from torch import nn


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    conv2d = nn.Conv2d(1, 1, kernel_size=kernel_size, bias=False)
    X, Y = X.reshape(1, 1, *X.shape), Y.reshape(1, 1, *Y.shape)
    losses = []
    for i in range(num_epochs):
        loss = ((conv2d(X) - Y) ** 2).sum()
        loss.backward()
        conv2d.weight.data[:] -= lr * conv2d.weight.grad
        losses.append(loss.item())
    return conv2d.weight.data.reshape(kernel_size), losses
