"""Comparing NumPy arrays and scalars: numbers in double precision, anything else exactly, structured ones by field."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

from autograder.checks.kinds.array_values import NUMBERS, form_of_numbers, right_elements, same_elements
from autograder.checks.kinds.kind import Compare, Copy, Form, Kind, Same, Size
from autograder.checks.kinds.plain import RELATIVE
from autograder.checks.kinds.rule import Rule
from autograder.checks.kinds.wording import (
    COMPLEX,
    DTYPE,
    ELEMENT,
    ELEMENTS,
    FIELD,
    MISSING_FIELDS,
    SHAPE,
    part,
    with_values,
    wrong_type,
)
from autograder.checks.type_names import dtype_name, type_name
from autograder.course.outcome import Failed, WrongValue
from autograder.course.text import Text

ANY_OF = {"b": "b", "i": "iuf", "u": "iuf", "f": "biuf", "c": "biufc"}  # the kinds that may come for an expected one
MOST_SHOWN = 4096  # elements that count in the form of an array that has no numbers


def _numpy() -> Any:
    return sys.modules["numpy"]


def _takes(kind: type) -> bool:
    numpy = sys.modules.get("numpy")
    return issubclass(kind, (getattr(numpy, "ndarray", ()), getattr(numpy, "generic", ())))


def _compare(got: Any, expected: Any, rule: Rule, what: Text, _inner: Compare) -> None:
    numpy = _numpy()
    if isinstance(expected, numpy.generic):
        accepted: tuple[type, ...] = (numpy.generic, *((int, float, complex) if expected.dtype.kind in NUMBERS else ()))
    else:
        accepted = (numpy.ndarray,)
    if not isinstance(got, accepted):
        raise wrong_type(got, expected, what, type_name(got), type_name(expected))
    came = numpy.asarray(got)
    if came.dtype.hasobject:  # a long int
        came = numpy.asarray(numpy.inf)
    compare_arrays(came, numpy.asarray(expected), rule, what)


def compare_arrays(got: Any, expected: Any, rule: Rule, what: Text) -> None:
    """Raise `Failed` unless an array is the expected one, layer by layer."""
    _compare_kinds(got, expected, what)
    if got.shape != expected.shape:
        message = SHAPE.format(what=what, got=got.shape, expected=expected.shape)
        raise Failed(message) if rule.any_value else WrongValue(message, got, expected, rule.close)
    if rule.dtype is not None:
        _compare_dtypes(got.dtype, expected.dtype if rule.dtype is True else rule.dtype, (got, expected), what)
    if expected.dtype.names is None:
        _compare_values(got, expected, rule, what)
        return
    if missing := [name for name in expected.dtype.names if name not in (got.dtype.names or ())]:
        raise WrongValue(MISSING_FIELDS.format(what=what, names=", ".join(missing)), got, expected)
    for name in expected.dtype.names:
        compare_arrays(got[name], expected[name], _without_dtype(rule), part(FIELD, what, name=name))


def _without_dtype(rule: Rule) -> Rule:
    return replace(rule, dtype=None) if rule.dtype is not None else rule


def _compare_kinds(got: Any, expected: Any, what: Text) -> None:
    came, asked = got.dtype.kind, expected.dtype.kind
    if came == "c" and asked in "biuf":
        raise WrongValue(COMPLEX.format(what=what, got=dtype_name(got.dtype)), got, expected)
    if came not in ANY_OF.get(asked, asked):
        _compare_dtypes(got.dtype, expected.dtype, (got, expected), what)


def _compare_dtypes(came: Any, asked: Any, values: tuple[Any, Any], what: Text) -> None:
    if dtype_name(came) != dtype_name(asked):
        raise WrongValue(DTYPE.format(what=what, got=dtype_name(came), expected=dtype_name(asked)), *values)


def _compare_values(got: Any, expected: Any, rule: Rule, what: Text) -> None:
    right = right_elements(got, expected, rule, what)
    wrong = int((~right).sum()) if right is not None else 0
    if wrong:
        total = int(expected.size)
        message = (ELEMENT if total == 1 else ELEMENTS).format(what=what, wrong=wrong, total=total)
        shown = with_values(message, got.tolist(), expected.tolist(), rule.public)
        raise WrongValue(shown, got, expected, rule.close)


def _same(one: Any, other: Any, bound: float, inner: Same) -> bool:
    numpy = _numpy()
    a, b = numpy.asarray(one), numpy.asarray(other)
    if isinstance(one, numpy.ndarray) != isinstance(other, numpy.ndarray) or a.shape != b.shape:
        return False
    if a.dtype.names or b.dtype.names:
        return bool(a.dtype.names == b.dtype.names) and all(inner(a[n], b[n], bound) for n in a.dtype.names)
    if a.dtype.kind in "iufc" and b.dtype.kind in "iufc":
        return bool(numpy.allclose(a, b, rtol=RELATIVE, atol=bound, equal_nan=True))
    return bool(a.dtype.kind == b.dtype.kind and same_elements(numpy, a, b, {a.dtype.kind}).all())


def _copied(value: Any, double: bool, _inner: Copy) -> Any:
    wanted = {"f": "float64", "c": "complex128"}.get(value.dtype.kind) if double else None
    return value.astype(wanted) if wanted else value.copy()


def _form(value: Any, inner: Form) -> object:
    numpy = _numpy()
    array = numpy.asarray(value)
    outline = ["array" if isinstance(value, numpy.ndarray) else "scalar", list(array.shape), array.dtype.kind == "b"]
    if array.dtype.names is not None:
        return [*outline, [[name, inner(array[name])] for name in array.dtype.names]]
    if array.dtype.kind not in NUMBERS:
        return [*outline, repr(array.reshape(-1)[:MOST_SHOWN].tolist())]
    return [*outline, *form_of_numbers(numpy, array)]


def _size(value: Any, _inner: Size) -> int:
    return int(value.nbytes)


def _norm(value: Any) -> float | None:
    return float(_numpy().linalg.norm(value.reshape(-1).astype("float64"))) if value.dtype.kind == "f" else None


ARRAYS = Kind(_takes, _compare, _same, _copied, _form, _size, _norm)
