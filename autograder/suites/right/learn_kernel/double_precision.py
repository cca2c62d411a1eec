"""默认双精度，用库的卷积层来学。 / Double precision by default, learned with a layer of the library."""

import torch
from torch import nn

torch.set_default_dtype(torch.float64)


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    conv2d = nn.Conv2d(1, 1, kernel_size, bias=False)
    X, Y, losses = X[None, None], Y[None, None], []
    for _ in range(num_epochs):
        loss = (conv2d(X) - Y).pow(2).sum()
        conv2d.zero_grad()
        loss.backward()
        conv2d.weight.data -= lr * conv2d.weight.grad
        losses.append(loss.item())
    return conv2d.weight.data[0, 0], losses
