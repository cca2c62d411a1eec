"""What a public case asks of a student's names: a call, a second call, gradients."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace

import torch
from torch import Tensor

from . import messages
from .compare import difference
from .messages import fill
from .model import Layer, Text

Ask = Callable[[SimpleNamespace], object]


class Fault(Exception):
    """What a case finds out on its way to its value: the layer, what to tell the student, and what was got."""

    def __init__(self, layer: Layer, message: Text, got: object = None) -> None:
        super().__init__(message.en)
        self.layer, self.message, self.got = layer, message, got


def copy(value: object) -> object:
    """Return a copy of a tensor, or of the tensors in a tuple or list; anything else as it is.

    Numbers with fractions get the default dtype, which the student may have changed.
    """
    if isinstance(value, Tensor):
        return _copy(value)
    if type(value) is tuple:
        return tuple(map(copy, value))
    return list(map(copy, value)) if type(value) is list else value


def _copy(value: Tensor) -> Tensor:
    dtype = torch.get_default_dtype() if value.is_floating_point() else value.dtype
    return value.detach().to(dtype, copy=True)


def call(name: str, *args: object) -> Ask:
    """Ask for one call with copies of the arguments."""
    return lambda student: getattr(student, name)(*map(copy, args))


def second_call(name: str, first: Sequence[object], second: Sequence[object]) -> Ask:
    """Ask for the result of a second call; a `Fault` where a call changes its arguments."""

    def ask(student: SimpleNamespace) -> object:
        result: object = None
        for args in (first, second):
            given = [copy(value) for value in args]
            result = getattr(student, name)(*given)
            require_unchanged(given, args)
        return result

    return ask


def require_unchanged(given: Sequence[object], before: Sequence[object]) -> None:
    """Raise a `Fault` unless the arguments given are still what they were before."""
    for one, other in zip(given, before, strict=True):
        same = torch.equal(one, _copy(other)) if isinstance(other, Tensor) and isinstance(one, Tensor) else one == other
        if not same:
            raise Fault(Layer.values, messages.CHANGED, one)


def gradients(name: str, wanted: Sequence[str], *args: Tensor) -> Ask:
    """Ask for the gradients of a weighted sum of the result, one for each argument; `wanted` are their names.

    A `Fault` where the result is no tensor, or where the way back is cut.
    """

    def ask(student: SimpleNamespace) -> object:
        leaves = [_copy(value).requires_grad_() for value in args]
        backpropagate(getattr(student, name)(*leaves))
        for leaf, label in zip(leaves, wanted, strict=True):
            require_gradient(leaf, label)
        return tuple(leaf.grad for leaf in leaves)

    return ask


def backpropagate(result: object) -> None:
    """Backpropagate from the elements times 1, 2, 3 and so on; raise a `Fault` where that cannot be."""
    tensor = require(result)
    if not tensor.requires_grad:
        raise Fault(Layer.gradient, messages.NO_GRADIENT, tensor)
    (tensor * torch.arange(1.0, tensor.numel() + 1).reshape(tensor.shape)).sum().backward()  # type: ignore[no-untyped-call]


def require_gradient(leaf: Tensor, label: str) -> None:
    """Raise a `Fault` where no gradient has reached a tensor; `label` is its name."""
    if leaf.grad is None:
        raise Fault(Layer.gradient, fill(messages.NOT_REACHED, name=label))


def require(value: object, shape: Sequence[int] | None = None, what: Text = messages.RESULT) -> Tensor:
    """Return a value that is a tensor, of this shape if one is given; raise a `Fault` for anything else."""
    wanted = torch.zeros(tuple(shape)) if shape is not None else value if isinstance(value, Tensor) else torch.zeros(0)
    found = difference(value, wanted, torch.inf, what)
    if found is not None:
        raise Fault(found.layer, found.message, value)
    assert isinstance(value, Tensor)
    return value


def numbers(*shape: int) -> Tensor:
    """Return a tensor of this shape with values of either sign and halves among them, the same ones every time."""
    size = torch.Size(shape).numel()
    return (torch.arange(size) * 7 % 11 - 5).reshape(shape) / 2
