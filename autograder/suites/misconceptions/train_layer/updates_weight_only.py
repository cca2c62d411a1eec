"""只更新 weight。 / Updates the weight only."""

import torch


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for _ in range(num_epochs):
        layer.zero_grad()
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        losses.append(loss.item())
        layer.weight.data -= lr * layer.weight.grad
    return losses
