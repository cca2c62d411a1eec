"""Evidence that a student's layer computes a convolution, without which nothing is paid for its structure.

What a worker says about the structure of a layer (its parameters, its gradients) can be made up by code that replaces
the server in the worker. Values cannot. So the checks of gradients and of own work count only for a layer whose output
is some convolution, right or wrong: reflected, padded, cropped or averaged, times a number and plus a number. A layer
that calls a wrong `corr2d` of its own file gives what that gives, as long as this is such a convolution.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from autograder.checks import NotRun, Student, Text

WAITS = Text(
    "这一项要等 forward 的输出是互相关之后才检查。",
    "This check waits until the output of forward is a cross-correlation.",
)
CLOSE = 1e-3  # the part of a convolution by which an output may differ from it and still be evidence
MOST_VALUES = 200  # of an output that are looked at


def require_convolution(student: Student, output: Any, x: Tensor, weight: Tensor) -> None:
    """Raise `NotRun` unless `output`, of a layer with this weight for x, is some convolution of the two."""
    if isinstance(output, Tensor) and any(follows(output, values) for values in convolutions(student, x, weight)):
        return
    raise NotRun(WAITS)


def convolutions(student: Student, x: Tensor, weight: Tensor) -> Iterator[Tensor]:
    """Yield what a layer may compute: cross-correlations with the weight reflected or not, and the student's own."""
    for reflected in reflections(weight):
        yield cross_correlation(x, reflected)
    own = student.run(call_own_corr2d, x, weight)
    if isinstance(own, Tensor) and holds_window_sums(own, x, weight):
        yield own.double()


def holds_window_sums(values: Tensor, x: Tensor, weight: Tensor) -> bool:
    """Tell whether half of the values, and not zeros, are sums or means of products of a window of x and the weight.

    A window may reach over the edge of x, where zeros count, and the weight may be reflected.
    """
    rows, columns = weight.shape
    padded = torch.nn.functional.pad(x, (columns - 1, columns - 1, rows - 1, rows - 1))
    sums = torch.cat([cross_correlation(padded, reflected).flatten() for reflected in reflections(weight)])
    known = torch.cat([sums, sums / weight.numel()])
    near = CLOSE / 10 * sums.abs().max()
    flat = values.double().flatten()[:MOST_VALUES]
    found = ((flat[:, None] - known).abs() < near).any(dim=1) & (flat.abs() > near)
    return bool(found.double().mean() >= 0.5)


def reflections(weight: Tensor) -> Iterator[Tensor]:
    """Yield the weight as it is, turned by 180 degrees, upside down, and with left and right exchanged."""
    yield from (weight.flip(dims) for dims in ((), (0, 1), (0,), (1,)))


def cross_correlation(x: Tensor, weight: Tensor) -> Tensor:
    """Return the cross-correlation of x and the weight, in float64."""
    windows = x.double().unfold(0, weight.shape[0], 1).unfold(1, weight.shape[1], 1)
    return (windows * weight.double()).sum((2, 3))


def call_own_corr2d(module: Any, x: Tensor, weight: Tensor) -> Any:
    """Probe: return what the submission's `corr2d` gives, or None if it fails."""
    try:
        return module.corr2d(x, weight)
    except Exception:
        return None


def follows(output: Tensor, values: Tensor) -> bool:
    """Tell whether `output` is `values` times a number other than 0, plus a number."""
    if output.shape != values.shape or not output.isfinite().all() or not values.isfinite().all():
        return False
    centred, wanted = (tensor.detach().double() - tensor.detach().double().mean() for tensor in (output, values))
    square = float(wanted.square().sum())
    if square == 0:
        return False
    factor = float((centred * wanted).sum()) / square
    error = float((centred - factor * wanted).norm())
    return error <= CLOSE * abs(factor) * square**0.5 and factor != 0


def directional_derivative(outputs: list[Tensor], upstream: Tensor, step: float) -> Tensor:
    """Return how fast the upstream gradient's sum of the output changes, from the outputs a step forth and back."""
    forth, back = (output.double().flatten() for output in outputs)
    return torch.dot(upstream[: forth.numel()].double(), forth - back) / (2 * step)
