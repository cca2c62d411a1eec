"""记录的是更新之后的损失。 / Records the loss after the update."""

import torch


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for _ in range(num_epochs):
        layer.zero_grad()
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        for p in layer.parameters():
            p.data -= lr * p.grad
        losses.append(((layer(X) - Y) ** 2).sum().item())
    return losses
