"""Probes that build layers in the worker and train them with the student's `train_layer`."""

from __future__ import annotations

from types import ModuleType

import torch
from torch import Tensor, nn


def train(
    module: ModuleType,
    weight: Tensor,
    bias: Tensor,
    X: Tensor,
    Y: Tensor,
    settings: tuple[float, ...] = (),
    calls: int = 1,
    leftover: bool = False,
) -> tuple[object, tuple[object, ...], tuple[object, ...]]:
    """Probe: train a layer like Conv2D with `settings` (lr, num_epochs), `calls` times in a row.

    Return the losses of the last call, the layer's parameters, and X and Y as they are afterwards.
    `leftover` puts gradients of another loss on the parameters before the first call.
    """

    class Layer(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.weight = nn.Parameter(weight.clone())
            self.bias = nn.Parameter(bias.clone())

        def forward(self, x: Tensor) -> Tensor:
            windows = x.unfold(0, weight.shape[0], 1).unfold(1, weight.shape[1], 1)
            return (windows * self.weight).sum((2, 3)) + self.bias

    layer = Layer()
    if leftover:
        layer(X).square().sum().backward()
    losses = [module.train_layer(layer, X, Y, *settings) for _ in range(calls)]
    return losses[-1], (layer.weight, layer.bias), (X, Y)


def train_two_kernels(
    module: ModuleType, first: Tensor, second: Tensor, X: Tensor, Y: Tensor, settings: tuple[float, ...]
) -> tuple[object, tuple[object, ...], tuple[object, ...]]:
    """Probe: train a layer with two kernels in sequence and no bias; return the same as `train`."""

    class TwoKernels(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.first = nn.Parameter(first.clone())
            self.second = nn.Parameter(second.clone())

        def forward(self, x: Tensor) -> Tensor:
            for kernel in (self.first, self.second):
                windows = x.unfold(0, kernel.shape[0], 1).unfold(1, kernel.shape[1], 1)
                x = (windows * kernel).sum((2, 3))
            return x

    layer = TwoKernels()
    losses = module.train_layer(layer, X, Y, *settings)
    return losses, (layer.first, layer.second), (X, Y)


def training_scales(X: Tensor, Y: Tensor, parameters: tuple[Tensor, ...], num_epochs: int) -> tuple[float, float]:
    """Return the scales of the losses and of the parameters in a stable training run.

    A residual is at most R = |X| |parameters| + |bias of each output| + |Y|, where the bias is the last parameter. In
    float32 its error is at most some epsilons of R. A stable step (2 lr |windows|^2 below 2) does not enlarge earlier
    errors and adds at most some epsilons of R / |X| to the parameters, so the errors grow at most in proportion to the
    number of epochs. A bias is the weight of a pixel of 1, so X counts as no smaller.
    """
    size = torch.cat([parameter.flatten() for parameter in parameters]).norm()
    biases = parameters[-1].norm() * Y.numel() ** 0.5
    residual = float(X.norm() * size + biases + Y.norm())
    return num_epochs * residual**2, num_epochs * residual / max(float(X.norm()), 1)
