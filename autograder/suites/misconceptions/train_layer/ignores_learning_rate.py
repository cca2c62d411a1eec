"""不管 lr，总用 3e-2。 / Ignores lr and always takes 3e-2."""

import torch


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for _ in range(num_epochs):
        layer.zero_grad()
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        losses.append(loss.item())
        for p in layer.parameters():
            p.data -= 3e-2 * p.grad
    return losses
