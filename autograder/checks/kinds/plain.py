"""Comparing None, numbers, texts and bytes."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from numbers import Real
from typing import Any

from autograder.checks.kinds.kind import ITEM_BYTES, Compare, Copy, Form, Kind, Same, Size
from autograder.checks.kinds.rule import EPSILON, TOLERANCE, Rule
from autograder.checks.kinds.wording import FINITE, VALUE, with_values, wrong_type
from autograder.checks.numbers import as_float
from autograder.checks.type_names import type_name
from autograder.course.outcome import Failed, WrongValue
from autograder.course.text import Text

RELATIVE = TOLERANCE * EPSILON
DIGITS = 3  # of a number that count in its form: rounding errors are far smaller
MOST_ITEMS = 200  # of a text
QUICK = frozenset((bool, int, str))
TYPES = (type(None), bool, int, float, complex, str, bytes, Fraction, Decimal)


def _takes(kind: type) -> bool:
    return issubclass(kind, TYPES)


def _compare(got: Any, expected: Any, rule: Rule, what: Text, _inner: Compare) -> None:
    if not isinstance(got, _accepted(expected, rule)) or isinstance(got, bool) != isinstance(expected, bool):
        raise wrong_type(got, expected, what, type_name(got), type_name(expected))
    if isinstance(got, (float, complex)) and not _is_finite(got) and not (rule.equal_nan and _is_same(got, expected)):
        raise Failed(FINITE.format(what=what))
    if rule.any_value or _is_right(got, expected, rule, what):
        return
    raise WrongValue(with_values(VALUE.format(what=what), got, expected, rule.public), got, expected, rule.close)


def is_surely_right(got: Any, expected: Any, rule: Rule) -> bool:
    """Tell at once whether a number or a text is right; where it is not, `compare` has to look and to say why."""
    if type(got) is not type(expected):
        return False
    if type(got) is float:
        return bool(abs(got - expected) <= rule.surely_close)
    return type(got) in QUICK and bool(got == expected)


def _accepted(expected: object, rule: Rule) -> tuple[type, ...]:
    if isinstance(expected, complex):
        return int, float, complex
    if rule.tolerates and isinstance(expected, Real):
        return (Real,)
    if isinstance(expected, float):
        return int, float
    return next(((base,) for base in TYPES if isinstance(expected, base)), (type(expected),))


def _is_finite(number: complex) -> bool:
    return math.isfinite(number.real) and math.isfinite(number.imag)


def _is_same(one: Any, other: Any) -> bool:
    """Tell whether two values are equal, or both nan."""
    return bool(one == other) or (one != one and other != other)


def _is_right(got: Any, expected: Any, rule: Rule, what: Text) -> bool:
    if rule.equal_nan and _is_same(got, expected):
        return True
    if isinstance(expected, float) or (rule.tolerates and isinstance(expected, Real)):
        wanted = as_float(expected)
        is_close = abs(as_float(got) - wanted) <= rule.error(what) + rule.rtol * abs(wanted)
        return is_close or (isinstance(expected, int) and bool(got == expected))  # no float holds a very long one
    if isinstance(expected, complex):
        return abs(complex(as_complex(got)) - expected) <= rule.error(what) + rule.rtol * abs(expected)
    return bool(got == expected)


def as_complex(number: Any) -> complex:
    """Return a number as a complex one; an int that no float can hold is infinite."""
    return number if isinstance(number, complex) else complex(as_float(number))


def _same(one: Any, other: Any, bound: float, _inner: Same) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return math.isclose(one, other, rel_tol=RELATIVE, abs_tol=bound) or (math.isnan(one) and math.isnan(other))
    if isinstance(one, complex):
        return all(_same(*pair, bound, _inner) for pair in ((one.real, other.real), (one.imag, other.imag)))
    return bool(one == other) or (isinstance(one, Decimal) and one.is_nan() and other.is_nan())


def _copied(value: object, _double: bool, _inner: Copy) -> object:
    return value


def _form(value: Any, _inner: Form) -> object:
    name = type(value).__name__
    match value:
        case float():
            return ["float", rounded(value)]
        case complex():
            return ["complex", rounded(value.real), rounded(value.imag)]
        case str() | bytes():
            return [name, len(value), repr(value[:MOST_ITEMS])]
        case int():
            return [name, hash(value)]  # Python refuses to write down a very long number
        case Fraction():
            return [name, hash(value)]
        case Decimal():
            return [name, str(value)]
        case _:
            return [name]


def rounded(number: float) -> str:
    """Return the first digits of a number."""
    return f"{number:.{DIGITS}g}" if math.isfinite(number) else str(number)


def _size(_value: object, _inner: Size) -> int:
    return ITEM_BYTES


PLAIN = Kind(_takes, _compare, _same, _copied, _form, _size)
