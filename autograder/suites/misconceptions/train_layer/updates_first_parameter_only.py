"""只更新第一个参数。 / Updates the first parameter only."""

import torch


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for _ in range(num_epochs):
        layer.zero_grad()
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        losses.append(loss.item())
        for p in list(layer.parameters())[:1]:
            p.data -= lr * p.grad
    return losses
