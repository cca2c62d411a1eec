"""模型的权重一直没有变，损失也就没有下降：更新要么没有做，要么做在了 weight 的副本上。

The model's weight never changes, and neither does the loss: the update is missing, or goes to a copy of the weight.

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
        weight = conv2d.weight.data.clone()
        weight -= lr * conv2d.weight.grad
        losses.append(loss.item())
    return conv2d.weight.data.reshape(kernel_size), losses
