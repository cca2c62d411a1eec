"""返回的是训练之前的卷积核；看看你是在什么时候把它取出来的。

You return the kernel from before the training; see when you took it out.

Check: lesson_example
"""

from torch import nn


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    conv2d = nn.Conv2d(1, 1, kernel_size=kernel_size, bias=False)
    X, Y = X.reshape(1, 1, *X.shape), Y.reshape(1, 1, *Y.shape)
    kernel = conv2d.weight.data.clone()
    losses = []
    for i in range(num_epochs):
        loss = ((conv2d(X) - Y) ** 2).sum()
        conv2d.zero_grad()
        loss.backward()
        conv2d.weight.data[:] -= lr * conv2d.weight.grad
        losses.append(loss.item())
    return kernel.reshape(kernel_size), losses
