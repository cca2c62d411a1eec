"""调用了 nn.Conv2d。 / Uses nn.Conv2d."""

import torch
from torch import nn


def convolutional_layer(X, V, u):
    layer = nn.Conv2d(1, 1, V.shape[0], padding="same")
    with torch.no_grad():
        layer.weight.copy_(V[None, None])
        layer.bias.fill_(u)
        return layer(X[None, None])[0, 0]
