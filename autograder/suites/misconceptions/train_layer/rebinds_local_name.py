"""p = p - … 只改了局部变量。 / Rebinds a local name: p = p - ..."""

import torch


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for _ in range(num_epochs):
        layer.zero_grad()
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        losses.append(loss.item())
        for p in layer.parameters():
            p = p - lr * p.grad
    return losses
