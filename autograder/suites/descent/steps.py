"""Ways to step down a summed squared error: plain gradient descent, and known mistakes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from autograder.checks import Text

USUAL_RATES = 3e-2, 1e-2, 0.1, 1e-3, 0.05, 0.02, 0.005, 0.2
CLOSE = 1e-4  # the part of the largest loss or parameter by which those of a mistaken way may be off
Residuals = Callable[[Tensor], Tensor]  # of parameters (b, p) to errors of the outputs (b, n)


@dataclass(frozen=True)
class Steps:
    """How each step is taken; `wrong` says what is not right about it, or is None for plain gradient descent.

    A step is `lr` times `fall` for each step before, times the velocity: the gradient times `factor(n)` for n outputs,
    plus `decay` times the parameters, plus `momentum` times the velocity before. The gradient is of the errors to the
    `power`. The last `frozen` parameters stay as they are. After e epochs, `steps(e)` steps count for the result.
    With `resets`, all begins at zero.
    """

    wrong: Text | None
    factor: Callable[[int], float] = lambda _: 1.0
    momentum: float = 0.0
    decay: float = 0.0
    fall: float = 1.0
    power: int = 2
    frozen: int = 0
    steps: Callable[[int], int] = lambda epochs: epochs
    resets: bool = False

    def path(self, residuals: Residuals, start: Tensor, lr: float, epochs: int) -> list[Tensor]:
        """Return the parameters (b, p) before each step and after the last, and those of one step more."""
        values = [torch.zeros_like(start) if self.resets else start]
        velocity = torch.zeros_like(start)
        for epoch in range(max(epochs, self.steps(epochs)) + 1):
            velocity = self.momentum * velocity + self._gradient(residuals, values[-1])
            values.append(values[-1] - lr * self.fall**epoch * velocity)
        return values

    def result(self, path: list[Tensor], epochs: int) -> Tensor:
        """Return the parameters of a path with which the training ends."""
        return path[self.steps(epochs)]

    def _gradient(self, residuals: Residuals, values: Tensor) -> Tensor:
        """Return what plain gradient descent would multiply by the learning rate."""
        values = values.detach().requires_grad_()
        errors = residuals(values)
        (gradient,) = torch.autograd.grad(errors.abs().pow(self.power).sum(), values)
        gradient = self.factor(errors.shape[-1]) * gradient + self.decay * values.detach()
        gradient[:, gradient.shape[1] - self.frozen :] = 0
        return gradient


RIGHT = Steps(None)
STILL = Steps(
    Text(
        "参数一直没有更新，每一轮的损失都一样。", "The parameters are never updated, so every round has the same loss."
    ),
    factor=lambda _: 0.0,
)
BEFORE = Steps(
    Text(
        "损失在下降，但最后得到的还是训练之前的参数。",
        "The losses fall, but the parameters at the end are those from before the training.",
    ),
    steps=lambda _: 0,
)
LINEAR = (  # those for which the result is linear in the start
    RIGHT,
    STILL,
    BEFORE,
    Steps(
        Text("每一步的长短像是按误差平方的平均值算的。", "The steps are those of a mean of the squared errors."),
        factor=lambda count: 1 / count,
    ),
    Steps(Text("每一步只有应有的一半长。", "Each step is half as long as it should be."), factor=lambda _: 0.5),
    Steps(Text("每一步是应有的两倍长。", "Each step is twice as long as it should be."), factor=lambda _: 2.0),
    Steps(Text("更新的方向反了。", "The steps go the wrong way."), factor=lambda _: -1.0),
    Steps(Text("最后一次更新没有做。", "The last update is missing."), steps=lambda epochs: epochs - 1),
    Steps(Text("更新多做了一次。", "There is one update too many."), steps=lambda epochs: epochs + 1),
    Steps(
        Text(
            "每一步还带着前面各轮的梯度：梯度没有清零，或者用了动量。",
            "Each step still has the gradients of earlier rounds: they were not cleared, or there is momentum.",
        ),
        momentum=1.0,
    ),
    *(
        Steps(
            Text("每一步还受前面几步的影响，像是用了动量。", "Earlier steps act on later ones, as with momentum."),
            momentum=momentum,
        )
        for momentum in (0.9, 0.5)
    ),
    *(
        Steps(
            Text("每一步还把参数拉向 0，像是用了权重衰减。", "Each step also draws the parameters to 0: weight decay."),
            decay=decay,
        )
        for decay in (0.1, 0.01)
    ),
    *(
        Steps(
            Text(
                "步子一轮比一轮短：学习率在下降。",
                "The steps get shorter: the learning rate falls from round to round.",
            ),
            fall=fall,
        )
        for fall in (0.99, 0.95, 0.9, 0.5)
    ),
)
OTHERS = (  # these are simulated from a known start only
    Steps(Text("只更新了一次就结束了。", "There is one update only."), steps=lambda _: 1),
    Steps(
        Text("更新总是 10 次，不管 num_epochs 是多少。", "There are always 10 updates, whatever num_epochs is."),
        steps=lambda _: 10,
    ),
    Steps(Text("每一步走的是绝对误差的梯度。", "The steps follow the gradient of the absolute error."), power=1),
    Steps(Text("最后一个参数一直没有更新。", "The last parameter is never updated."), frozen=1),
    Steps(
        Text(
            "训练是从全为 0 的参数开始的，而不是从层现有的参数。",
            "Training begins at zeros, not at the layer's parameters.",
        ),
        resets=True,
    ),
)


def at_usual_rates(lr: float) -> Iterator[Steps]:
    """Yield plain gradient descent at each usual rate but the one asked for."""
    yield from (at_rate(rate, lr) for rate in USUAL_RATES if rate != lr)


@functools.cache
def at_rate(rate: float, lr: float) -> Steps:
    """Return plain gradient descent at another rate than the one asked for."""
    wrong = Text(
        "每一步的长短像是学习率为 {rate:g} 时的，而不是要求的学习率。",
        "The steps are those of a learning rate of {rate:g}, not of the one asked for.",
    )
    return Steps(wrong.format(rate=rate), factor=lambda _: rate / lr)
