"""Probes that build layers in the worker and return what the student's `autograd_error` gives for them.

Each returns the messages, and the inputs of the layers as they are afterwards.
"""

from __future__ import annotations

from types import ModuleType

from torch import Tensor, nn


def messages(
    module: ModuleType, weight: Tensor, bias: Tensor, trainable: tuple[bool, bool], images: list[Tensor]
) -> tuple[list[object], list[Tensor]]:
    """Probe: return what `autograd_error` gives for one layer like Conv2D and each image.

    `trainable` says whether the layer's weight and its bias require gradients.
    """

    class Layer(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.weight = nn.Parameter(weight.clone(), requires_grad=trainable[0])
            self.bias = nn.Parameter(bias.clone(), requires_grad=trainable[1])

        def forward(self, x: Tensor) -> Tensor:
            windows = x.unfold(0, weight.shape[0], 1).unfold(1, weight.shape[1], 1)
            return (windows * self.weight).sum((2, 3)) + self.bias

    layer = Layer()
    return [module.autograd_error(layer, x) for x in images], images


def messages_without_parameters(module: ModuleType, images: list[Tensor]) -> tuple[list[object], list[Tensor]]:
    """Probe: return what `autograd_error` gives for a layer without parameters and each image."""

    class EdgeDetector(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return x[:, :-1] - x[:, 1:]

    layer = EdgeDetector()
    return [module.autograd_error(layer, x) for x in images], images


def messages_of_linear(
    module: ModuleType, weights: list[Tensor], batches: list[Tensor]
) -> tuple[list[object], list[Tensor]]:
    """Probe: return what `autograd_error` gives for fully connected layers of these weights, each with its batch."""

    def layer(weight: Tensor) -> nn.Linear:
        linear = nn.Linear(weight.shape[1], weight.shape[0], bias=False)
        linear.weight = nn.Parameter(weight.clone())
        return linear

    return [module.autograd_error(layer(weight), x) for weight, x in zip(weights, batches, strict=True)], batches
