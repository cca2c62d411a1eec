"""torch.optim.SGD。 / torch.optim.SGD."""

import torch
from torch import nn


def learn_kernel(X, Y, kernel_size=(1, 2), lr=3e-2, num_epochs=10):
    layer = nn.Conv2d(1, 1, kernel_size, bias=False)
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(layer(X[None, None])[0, 0], Y, reduction="sum")
        losses.append(loss.detach().reshape(1))
        loss.backward()
        optimizer.step()
    return layer.weight.data.reshape(kernel_size), losses
