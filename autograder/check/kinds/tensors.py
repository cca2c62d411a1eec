"""Tensors of torch: copies, differences, and what is drawn of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from .. import messages
from ..messages import fill
from ..model import Difference, Layer, Rule, Text
from . import sentences
from .rounded import MOST_ELEMENTS, rounded

CHANGED = messages.CHANGED
Step = Callable[[Tensor, Tensor, Rule, Text], Difference | None]


def copy(value: Tensor) -> Tensor:
    """Return a copy; numbers with fractions get the default dtype, which the student may have changed."""
    dtype = torch.get_default_dtype() if value.is_floating_point() else value.dtype
    return value.detach().to(dtype, copy=True)


def same(now: Tensor, before: Tensor) -> bool:
    """Tell whether the copy that a student got is still what it was before."""
    return torch.equal(now, copy(before))


def difference(got: object, expected: Tensor, rule: Rule, what: Text) -> Difference | None:
    """Return the first difference; a tensor may have any real dtype, but bool where bool is expected."""
    if not isinstance(got, Tensor):
        return Difference(Layer.type, _no_tensor(got, what))
    steps: Sequence[Step] = (_type, _shape, _dtype, _values)
    found = (step(got, expected, rule, what) for step in steps)
    return next(filter(None, found), None)


def _no_tensor(got: object, what: Text) -> Text:
    kind = type(got)
    if isinstance(got, (list, tuple)):
        return fill(messages.LIST, what=what, got=kind.__name__)
    if kind.__module__ == "numpy":
        return fill(messages.ARRAY, what=what)
    return fill(messages.TYPE, what=what, got=kind.__name__, expected="torch.Tensor")


def _type(got: Tensor, expected: Tensor, _rule: Rule, what: Text) -> Difference | None:
    if got.is_complex():
        return Difference(Layer.type, fill(messages.COMPLEX, what=what, got=got.dtype))
    if expected.dtype is torch.bool and got.dtype is not torch.bool:
        return Difference(Layer.type, fill(messages.BOOL, what=what, got=got.dtype))
    return None


def _shape(got: Tensor, expected: Tensor, rule: Rule, what: Text) -> Difference | None:
    if got.shape == expected.shape:
        return None
    return Difference(Layer.shape, messages.shape(what, tuple(got.shape), expected.shape, fixed=rule.fixed))


def _dtype(got: Tensor, expected: Tensor, rule: Rule, what: Text) -> Difference | None:
    if not rule.dtype or got.dtype is expected.dtype:
        return None
    return Difference(Layer.type, fill(sentences.DTYPE, what=what, got=got.dtype, expected=expected.dtype))


def _values(got: Tensor, expected: Tensor, rule: Rule, what: Text) -> Difference | None:
    values = got.detach().to_dense().double()
    if not bool(values.isfinite().all()):
        return Difference(Layer.values, fill(messages.FINITE, what=what))
    number, total = int(_too_far(values, expected, rule).sum()), expected.numel()
    if not number:
        return None
    if total == 1:
        numbers = {"got": f"{values.item():.6g}", "expected": f"{expected.double().item():.6g}"}
        return Difference(Layer.values, fill(messages.VALUE, what=what, **numbers))
    sentence = messages.ALL_WRONG if number == total else messages.SOME_WRONG
    return Difference(Layer.values, fill(sentence, what=what, wrong=number, total=total))


def _too_far(got: Tensor, expected: Tensor, rule: Rule) -> Tensor:
    return (got.detach().double() - expected.double()).abs() > rule.close


def wrong(got: Tensor, expected: Tensor, rule: Rule) -> Tensor:
    """Return a tensor that is True where two tensors of one shape differ, or where one is nan or inf."""
    return _too_far(got, expected, rule) | ~got.double().isfinite()


def places(wrong: Tensor) -> list[tuple[int, ...]]:
    """Return the places where a tensor is True."""
    return [tuple(place) for place in wrong.nonzero().tolist()]


def drawn(value: Tensor) -> Tensor | None:
    """Return a tensor without gradients in the processor's memory, None where it is complex."""
    return None if value.is_complex() else value.detach().to_dense().cpu()


def minus(got: Tensor, expected: Tensor) -> Tensor:
    """Return the difference in double precision."""
    return got.double() - expected.double()


def elements(value: Tensor) -> int:
    """Return how many elements a tensor has."""
    return value.numel()


def described(value: Tensor) -> list[object]:
    """Return the shape, dtype, requires_grad and rounded values of a tensor."""
    numbers = value.detach().to_dense().flatten()[:MOST_ELEMENTS].tolist()
    facts = ["tensor", list(value.shape), str(value.dtype), value.requires_grad]
    return [*facts, [rounded(number) if isinstance(number, float) else str(number) for number in numbers]]
