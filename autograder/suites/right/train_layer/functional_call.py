"""用 torch.func 求梯度，再就地更新。 / Takes gradients by torch.func, then updates in place."""

import torch
from torch.func import functional_call, grad_and_value


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    def loss(parameters):
        return ((functional_call(layer, parameters, (X,)) - Y) ** 2).sum()

    losses = []
    for _ in range(num_epochs):
        gradients, value = grad_and_value(loss)({name: p.detach() for name, p in layer.named_parameters()})
        losses.append(value)
        with torch.no_grad():
            for name, p in layer.named_parameters():
                p -= lr * gradients[name]
    return losses
