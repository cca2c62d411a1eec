"""用了 Adam。 / Uses Adam."""

import torch


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    optimizer = torch.optim.Adam(layer.parameters(), lr=lr)
    losses = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        loss = ((layer(X) - Y) ** 2).sum()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
