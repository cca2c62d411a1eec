"""少更新一次。 / Leaves out the last update."""

import torch


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for epoch in range(num_epochs):
        layer.zero_grad()
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        losses.append(loss.item())
        if epoch < num_epochs - 1:
            for p in layer.parameters():
                p.data -= lr * p.grad
    return losses
