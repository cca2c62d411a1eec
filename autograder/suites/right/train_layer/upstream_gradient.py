"""把 2(Ŷ - Y) 作为上游梯度。 / 2(Ŷ - Y) as the upstream gradient."""

import torch


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for _ in range(num_epochs):
        prediction = layer(X)
        error = (prediction - Y).detach()
        losses.append((error**2).sum().item())
        layer.zero_grad(set_to_none=False)
        prediction.backward(2 * error)
        for parameter in layer.parameters():
            parameter.data.add_(parameter.grad, alpha=-lr)
    return losses
