"""每次换上新的 Parameter。 / Put a new Parameter in place each time."""

import torch
from torch import nn


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for _ in range(num_epochs):
        layer.zero_grad()
        loss = torch.sum((Y - layer(X)) ** 2)
        loss.backward()
        losses.append(float(loss))
        for name, old in list(layer.named_parameters()):
            setattr(layer, name, nn.Parameter(old.detach() - lr * old.grad))
    return losses
