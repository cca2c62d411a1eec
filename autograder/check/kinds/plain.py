"""Numbers and other single values: the difference between two of them."""

from __future__ import annotations

import math

from .. import messages
from ..messages import fill
from ..model import Difference, Layer, Rule, Text
from . import sentences
from .shown import shown
from .tables import is_loaded, is_tensor


def difference(got: object, expected: object, rule: Rule, what: Text) -> Difference | None:
    """Return the first difference; a float may be an int, or a tensor of one element."""
    if is_tensor(got) and isinstance(expected, float):
        if got.numel() != 1:
            return Difference(Layer.type, fill(messages.ONE_NUMBER, what=what, number=got.numel()))
        got = got.item()
    accepted = _accepted(expected)
    if not isinstance(got, accepted) or isinstance(got, bool) != isinstance(expected, bool):
        names = {"got": type(got).__name__, "expected": type(expected).__name__}
        return Difference(Layer.type, fill(messages.TYPE, what=what, **names))
    if _same(got, expected, rule.close):
        return None
    if isinstance(got, float) and not math.isfinite(got):
        return Difference(Layer.values, fill(_not_finite(), what=what))
    return Difference(Layer.values, fill(messages.VALUE, what=what, got=shown(got), expected=shown(expected)))


def _accepted(expected: object) -> tuple[type, ...]:
    """Return the types that may come for an expected value."""
    if isinstance(expected, complex):
        return int, float, complex
    return (int, float) if isinstance(expected, float) else (type(expected),)


def _not_finite() -> Text:
    return messages.FINITE if is_loaded("torch") else sentences.FINITE_NUMBER


def _same(got: object, expected: object, close: float) -> bool:
    """Tell whether two values are as close as is asked; nan and inf are right where they are expected."""
    if _are_equal(got, expected):
        return True
    if not isinstance(got, (int, float, complex)) or not isinstance(expected, (float, complex)):
        return False
    try:
        return abs(got - expected) <= close or (got != got and expected != expected)
    except OverflowError:  # an int beyond all floats
        return False


def _are_equal(got: object, expected: object) -> bool:
    try:
        return bool(got == expected)
    except Exception:  # values of some libraries are neither equal nor unequal
        return False
