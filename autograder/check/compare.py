"""Comparing what an answer gave with what is expected, layer by layer."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from . import messages
from .messages import fill
from .model import Layer, Text


class Difference(NamedTuple):
    """The first layer that is wrong, and what to tell the student."""

    layer: Layer
    message: Text


def difference(got: object, expected: object, close: float, what: Text = messages.RESULT) -> Difference | None:
    """Return the first difference in the order type, shape, values; None where the answer is right.

    A tensor may have any real dtype, but bool where bool is expected. A list of floats may hold one-element tensors.
    """
    if got is None:
        sentence = messages.NONE if what is messages.RESULT else messages.STILL_NONE
        return Difference(Layer.type, fill(sentence, what=what))
    if isinstance(expected, Tensor):
        return _first(got, expected, close, what, (_tensor_type, _tensor_shape, _tensor_values))
    if isinstance(expected, (tuple, list)):
        return _sequences(got, expected, close, what)
    return _scalars(got, expected, close, what)


Step = Callable[[Tensor, Tensor, float, Text], Difference | None]


def _first(got: object, expected: Tensor, close: float, what: Text, steps: Sequence[Step]) -> Difference | None:
    if not isinstance(got, Tensor):
        return Difference(Layer.type, _no_tensor(got, what))
    found = (step(got, expected, close, what) for step in steps)
    return next(filter(None, found), None)


def _no_tensor(got: object, what: Text) -> Text:
    kind = type(got)
    if isinstance(got, (list, tuple)):
        return fill(messages.LIST, what=what, got=kind.__name__)
    if kind.__module__ == "numpy":
        return fill(messages.ARRAY, what=what)
    return fill(messages.TYPE, what=what, got=kind.__name__, expected="torch.Tensor")


def _tensor_type(got: Tensor, expected: Tensor, _close: float, what: Text) -> Difference | None:
    if got.is_complex():
        return Difference(Layer.type, fill(messages.COMPLEX, what=what, got=got.dtype))
    if expected.dtype is torch.bool and got.dtype is not torch.bool:
        return Difference(Layer.type, fill(messages.BOOL, what=what, got=got.dtype))
    return None


def _tensor_shape(got: Tensor, expected: Tensor, _close: float, what: Text) -> Difference | None:
    if got.shape == expected.shape:
        return None
    shapes = {"got": tuple(got.shape), "expected": tuple(expected.shape)}
    return Difference(Layer.shape, fill(messages.SHAPE, what=what, **shapes))


def _tensor_values(got: Tensor, expected: Tensor, close: float, what: Text) -> Difference | None:
    values = got.detach().to_dense().double()
    if not bool(values.isfinite().all()):
        return Difference(Layer.values, fill(messages.FINITE, what=what))
    wrong, total = int(wrong_places(values, expected, close).sum()), expected.numel()
    if not wrong:
        return None
    if total == 1:
        numbers = {"got": f"{values.item():.6g}", "expected": f"{expected.double().item():.6g}"}
        return Difference(Layer.values, fill(messages.VALUE, what=what, **numbers))
    sentence = messages.ALL_WRONG if wrong == total else messages.SOME_WRONG
    return Difference(Layer.values, fill(sentence, what=what, wrong=wrong, total=total))


def wrong_places(got: Tensor, expected: Tensor, close: float) -> Tensor:
    """Return a bool tensor that is True where two tensors of one shape differ by more than `close`."""
    return (got.detach().double() - expected.double()).abs() > close


def _sequences(got: object, expected: Sequence[object], close: float, what: Text) -> Difference | None:
    kind = tuple if isinstance(expected, tuple) else list
    if not isinstance(got, kind):
        return Difference(Layer.type, fill(messages.TYPE, what=what, got=type(got).__name__, expected=kind.__name__))
    if len(got) != len(expected):
        return Difference(Layer.shape, fill(messages.LENGTH, what=what, got=len(got), expected=len(expected)))
    for number, (one, wanted) in enumerate(zip(got, expected, strict=True), start=1):
        if found := difference(one, wanted, close, fill(messages.ITEM, what=what, number=number)):
            return found
    return None


def _scalars(got: object, expected: object, close: float, what: Text) -> Difference | None:
    if isinstance(got, Tensor) and isinstance(expected, float):
        if got.numel() != 1:
            return Difference(Layer.type, fill(messages.ONE_NUMBER, what=what, number=got.numel()))
        got = float(got)
    accepted = (int, float) if isinstance(expected, float) else (type(expected),)
    if not isinstance(got, accepted) or isinstance(got, bool) != isinstance(expected, bool):
        names = {"got": type(got).__name__, "expected": type(expected).__name__}
        return Difference(Layer.type, fill(messages.TYPE, what=what, **names))
    if isinstance(got, float) and not math.isfinite(got):
        return Difference(Layer.values, fill(messages.FINITE, what=what))
    if _same(got, expected, close):
        return None
    return Difference(Layer.values, fill(messages.VALUE, what=what, got=_short(got), expected=_short(expected)))


def _same(got: object, expected: object, close: float) -> bool:
    if isinstance(got, (int, float)) and isinstance(expected, float):
        return abs(got - expected) <= close
    return got == expected


def _short(value: object) -> str:
    text = f"{value:.6g}" if isinstance(value, float) else repr(value)
    return text if len(text) <= 100 else f"{text[:100]}…"
