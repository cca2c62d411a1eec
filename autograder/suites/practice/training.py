"""Trainings of layers: the probe that runs them in the worker, and what is known about them here."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

import torch
from torch import Tensor, nn

from autograder.checks.compare import EPSILON, TOLERANCE

DEFAULT_LR, DEFAULT_EPOCHS = 3e-2, 10
Call = tuple[dict[str, Tensor], Tensor, Tensor, tuple[float, ...], int, bool]


@dataclass(frozen=True, eq=False)
class Training:
    """A layer with its parameters by name, X, the target Y, and the settings (lr, num_epochs), if they are given.

    A layer with a `bias` adds it to the cross-correlation with `weight`; any other applies its kernels in sequence.
    It is trained `calls` times in a row, and `leftover` puts gradients of another loss on it before the first call.
    """

    parameters: dict[str, Tensor]
    X: Tensor
    Y: Tensor
    settings: tuple[float, int] | tuple[()] = ()
    calls: int = 1
    leftover: bool = False

    @property
    def lr(self) -> float:
        """The learning rate."""
        return self.settings[0] if self.settings else DEFAULT_LR

    @property
    def epochs(self) -> int:
        """The number of updates of one call."""
        return self.settings[1] if self.settings else DEFAULT_EPOCHS

    @property
    def call(self) -> Call:
        """What the probe is told."""
        return self.parameters, self.X, self.Y, self.settings, self.calls, self.leftover

    def start(self) -> Tensor:
        """Return the parameters before training (1, p), flat and in float64."""
        return torch.cat([one.double().flatten() for one in self.parameters.values()])[None]

    def residuals(self, values: Tensor) -> Tensor:
        """Return the errors (1, n_out) of the layer with flat parameters (1, p)."""
        shapes = [one.shape for one in self.parameters.values()]
        parts = torch.split(values[0], [shape.numel() for shape in shapes])
        first, second = (part.reshape(shape) for part, shape in zip(parts, shapes, strict=True))
        hidden = correlate(self.X.double(), first)
        output = hidden + second if "bias" in self.parameters else correlate(hidden, second)
        return (output - self.Y.double()).reshape(1, -1)

    def tolerances(self) -> tuple[float, float]:
        """Return the largest errors of right losses and of right parameters in a stable training.

        A residual is at most R = |X| |parameters| + |bias of each output| + |Y|, where the bias is the last parameter.
        In float32 its error is at most some epsilons of R. A stable step (2 lr |windows|^2 below 2) does not enlarge
        earlier errors and adds at most some epsilons of R / |X| to the parameters, so the errors grow at most in
        proportion to the number of epochs. A bias is the weight of a pixel of 1, so X counts as no smaller. The
        parameters themselves are rounded in each step.
        """
        biases = [*self.parameters.values()][-1].norm() * self.Y.numel() ** 0.5
        image = float(self.X.norm())
        residual = float(image * self.start().norm() + biases + self.Y.norm())
        epsilons = TOLERANCE * EPSILON * self.epochs * self.calls
        return epsilons * residual**2, epsilons * float(residual / max(image, 1) + self.start().norm())


def correlate(image: Tensor, kernel: Tensor) -> Tensor:
    """Return the cross-correlation of an image and a kernel."""
    windows = image.unfold(0, kernel.shape[0], 1).unfold(1, kernel.shape[1], 1)
    return (windows * kernel).sum((2, 3))


def train_each(module: ModuleType, calls: list[Call]) -> tuple[object, ...]:
    """Probe: train a layer for each call; return the losses of its last run, its parameters, and X and Y, of each."""

    def correlate(image: Tensor, kernel: Tensor) -> Tensor:
        windows = image.unfold(0, kernel.shape[0], 1).unfold(1, kernel.shape[1], 1)
        return (windows * kernel).sum((2, 3))

    class Layer(nn.Module):
        def __init__(self, parameters: dict[str, Tensor]) -> None:
            super().__init__()
            for name, values in parameters.items():
                setattr(self, name, nn.Parameter(values.clone()))
            self.names = list(parameters)

        def forward(self, x: Tensor) -> Tensor:
            first, second = (getattr(self, name) for name in self.names)
            hidden = correlate(x, first)
            return hidden + second if "bias" in self.names else correlate(hidden, second)

    def train(
        parameters: dict[str, Tensor], X: Tensor, Y: Tensor, settings: tuple[float, ...], calls: int, leftover: bool
    ) -> object:
        layer = Layer(parameters)
        if leftover:
            layer(X).square().sum().backward()
        losses = [module.train_layer(layer, X, Y, *settings) for _ in range(calls)]
        return losses[-1], tuple(getattr(layer, name) for name in parameters), (X, Y)

    return tuple(train(*call) for call in calls)
