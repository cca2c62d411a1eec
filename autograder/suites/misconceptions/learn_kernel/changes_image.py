"""训练改动了 X（例如就地做了归一化）；输入只能读，不能改。

Training changes X, by normalizing it in place for example; the inputs are to be read, not changed.

Check: second_call
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
        losses.append(loss.item())
    X /= X.abs().max() + 1
    return conv2d.weight.data.reshape(kernel_size), losses
