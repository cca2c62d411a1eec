"""Arrays of NumPy: copies, differences, and what is drawn of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from .. import messages
from ..messages import fill
from ..model import Difference, Layer, Rule, Text
from . import sentences
from .rounded import MOST_ELEMENTS, rounded
from .shown import shown

Array: TypeAlias = NDArray[Any]
CHANGED = sentences.CHANGED_ARRAY
NUMBERS, FRACTIONS, EXACT = "biufc", "fc", "biu"  # letters for kinds of dtypes
ANY_OF = {"b": "b", "i": "iu", "u": "iu", "f": "biuf", "c": "biufc"}  # what may come for an expected dtype
Step = Callable[[Array, Array, Rule, Text], Difference | None]


def copy(value: Array) -> Array:
    """Return a copy."""
    return value.copy()


def same(now: Array, before: Array) -> bool:
    """Tell whether the copy that a student got is still what it was before."""
    same_form = now.shape == before.shape and now.dtype == before.dtype
    return same_form and not bool(np.any(_unequal(now, before)))


def difference(got: object, expected: Array, rule: Rule, what: Text) -> Difference | None:
    """Return the first difference; whole numbers may come for fractions, and real ones for complex ones."""
    if not isinstance(got, _accepted(expected)):
        sentence = sentences.LIST_NO_ARRAY if isinstance(got, (list, tuple)) else messages.TYPE
        names = {"got": type(got).__name__, "expected": _type_name(expected)}
        return Difference(Layer.type, fill(sentence, what=what, **names))
    got, expected = np.asarray(got), np.asarray(expected)
    steps: Sequence[Step] = (_type, _shape, _dtype, _values)
    found = (step(got, expected, rule, what) for step in steps)
    return next(filter(None, found), None)


def _accepted(expected: Array) -> tuple[type, ...]:
    """Return the types that may come for an array, or for a number of NumPy's own."""
    if not isinstance(expected, np.generic):
        return (np.ndarray,)
    return (np.generic, int, float, complex) if expected.dtype.kind in NUMBERS else (np.generic,)


def _type_name(expected: Array) -> str:
    return "numpy.ndarray" if isinstance(expected, np.ndarray) else type(expected).__name__


def _type(got: Array, expected: Array, _rule: Rule, what: Text) -> Difference | None:
    mine, wanted = got.dtype.kind, expected.dtype.kind
    if got.dtype == expected.dtype or (mine in ANY_OF.get(wanted, wanted) and wanted != "V"):  # V: with fields
        return None
    if mine == "c" and wanted in NUMBERS:
        return Difference(Layer.type, fill(messages.COMPLEX, what=what, got=got.dtype))
    if wanted == "b":
        return Difference(Layer.type, fill(sentences.BOOL_ARRAY, what=what, got=got.dtype))
    return Difference(Layer.type, fill(sentences.DTYPE, what=what, got=got.dtype, expected=expected.dtype))


def _shape(got: Array, expected: Array, rule: Rule, what: Text) -> Difference | None:
    if got.shape == expected.shape:
        return None
    return Difference(Layer.shape, messages.shape(what, got.shape, expected.shape, fixed=rule.fixed))


def _dtype(got: Array, expected: Array, rule: Rule, what: Text) -> Difference | None:
    if not rule.dtype or got.dtype == expected.dtype:
        return None
    return Difference(Layer.type, fill(sentences.DTYPE, what=what, got=got.dtype, expected=expected.dtype))


def _values(got: Array, expected: Array, rule: Rule, what: Text) -> Difference | None:
    if bool(np.any(_not_finite(got, expected))):
        return Difference(Layer.values, fill(sentences.FINITE_ARRAY, what=what))
    number, total = int(np.count_nonzero(wrong(got, expected, rule))), expected.size
    if not number:
        return None
    if total == 1:
        values = {"got": shown(got.item()), "expected": shown(expected.item())}
        return Difference(Layer.values, fill(messages.VALUE, what=what, **values))
    sentence = messages.ALL_WRONG if number == total else messages.SOME_WRONG
    return Difference(Layer.values, fill(sentence, what=what, wrong=number, total=total))


def _not_finite(got: Array, expected: Array) -> Any:
    """Return where there is nan or inf, though a finite number is expected."""
    if got.dtype.kind not in FRACTIONS or expected.dtype.kind not in NUMBERS:
        return False
    return np.isfinite(expected) & ~np.isfinite(got)


def wrong(got: Array, expected: Array, rule: Rule) -> Array:
    """Return an array that is True where two arrays of one shape differ; a nan is right where it is expected."""
    kinds = {got.dtype.kind, expected.dtype.kind}
    if not kinds <= set(NUMBERS) or kinds <= set(EXACT):
        return _unequal(got, expected)
    with np.errstate(all="ignore"):
        far = ~(np.abs(_wide(got) - _wide(expected)) <= rule.close)
    return np.asarray(far & _unequal(got, expected))


def _unequal(one: Array, other: Array) -> Array:
    """Return where two arrays of one shape are not equal; nan is equal to nan."""
    unequal = np.asarray(one != other)
    if {one.dtype.kind, other.dtype.kind} <= set(NUMBERS):
        unequal &= ~(np.isnan(one) & np.isnan(other))
    return unequal


def _wide(value: Array) -> Array:
    return value.astype(complex if value.dtype.kind == "c" else float)


def places(wrong: Array) -> list[tuple[int, ...]]:
    """Return the places where an array is True."""
    return [tuple(place) for place in np.argwhere(wrong).tolist()]


def drawn(value: Array) -> Array | None:
    """Return an array, None where it is complex or holds objects."""
    return None if value.dtype.kind in "cO" else np.asarray(value)


def minus(got: Array, expected: Array) -> Array | None:
    """Return the difference in double precision, None where there are no numbers."""
    if not {got.dtype.kind, expected.dtype.kind} <= set(NUMBERS):
        return None
    return np.asarray(_wide(got) - _wide(expected))


def elements(value: Array) -> int:
    """Return how many elements an array has."""
    return value.size


def described(value: Array) -> list[object]:
    """Return the shape, dtype and rounded values of an array."""
    numbers = value.ravel()[:MOST_ELEMENTS].tolist()
    facts = ["ndarray", list(value.shape), str(value.dtype)]
    return [*facts, [rounded(number) if isinstance(number, float) else str(number) for number in numbers]]
