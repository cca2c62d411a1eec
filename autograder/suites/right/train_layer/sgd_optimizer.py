"""用 torch.optim.SGD。 / torch.optim.SGD."""

import torch
from torch import nn


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    loss_function = nn.MSELoss(reduction="sum")
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = loss_function(layer(X), Y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses
