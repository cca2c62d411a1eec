"""Comparing tuples, lists, dicts and sets, item by item."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from autograder.checks.kinds.kind import ITEM_BYTES, Compare, Copy, Form, Kind, Same, Size
from autograder.checks.kinds.plain import is_surely_right
from autograder.checks.kinds.rule import Rule
from autograder.checks.kinds.unordered import count_wrong
from autograder.checks.kinds.wording import (
    EXTRA,
    EXTRA_KEYS,
    ITEM,
    KEY,
    LENGTH,
    MISSING,
    MISSING_KEYS,
    ORDER,
    SHOWN_KEY,
    part,
    shown_value,
    with_values,
    wrong_type,
)
from autograder.checks.numbers import as_float
from autograder.checks.type_names import type_name
from autograder.course.outcome import WrongValue
from autograder.course.text import Text

MOST_ITEMS = 200  # that are looked at for a form
TYPES = (tuple, list, dict, set, frozenset)


def _takes(kind: type) -> bool:
    return issubclass(kind, TYPES)


def _base(value: object) -> type:
    return next(base for base in TYPES if isinstance(value, base))


def _compare(got: Any, expected: Any, rule: Rule, what: Text, inner: Compare) -> None:
    kind = _base(expected)
    if not isinstance(got, kind):
        raise wrong_type(got, expected, what, type_name(got), kind.__name__)
    if kind in (tuple, list):
        _compare_sequences(got, expected, rule, what, inner)
    elif kind is dict:
        _compare_dicts(got, expected, rule, what, inner)
    else:
        compare_members(got, expected, rule, what, (MISSING, EXTRA))


def _compare_sequences(got: Any, expected: Sequence[Any], rule: Rule, what: Text, inner: Compare) -> None:
    if len(got) != len(expected):
        raise WrongValue(LENGTH.format(what=what, got=len(got), expected=len(expected)), got, expected)
    if not rule.order:
        _compare_unordered(got, expected, rule, what, inner)
        return
    for number, (one, wanted) in enumerate(zip(got, expected, strict=True), start=1):
        if is_surely_right(one, wanted, rule):
            continue
        if isinstance(expected, list) and isinstance(wanted, float):
            one = _number(one)
        try:
            inner(one, wanted, rule, part(ITEM, what, number=number))
        except WrongValue as error:
            if not isinstance(wanted, (str, int, float, type(None))) or not isinstance(one, (int, float)):
                raise
            raise WrongValue(error.message, got, expected, error.close) from None


def _number(item: Any) -> Any:
    """Return a one-element tensor of a list as a number, which lists of numbers accept as well."""
    return as_float(item) if hasattr(item, "numel") and item.numel() == 1 else item


def _compare_unordered(got: Any, expected: Sequence[Any], rule: Rule, what: Text, inner: Compare) -> None:
    wrong = count_wrong(got, expected, rule, what, inner)
    if wrong:
        message = ORDER.format(what=what, wrong=wrong, total=len(expected))
        raise WrongValue(with_values(message, got, expected, rule.public), got, expected, rule.close)


def compare_members(got: Any, expected: Any, rule: Rule, what: Text, words: tuple[Text, Text]) -> None:
    """Raise `WrongValue` in the words for missing and extra members unless two sets or dicts have the same ones."""
    missing, extra = (sum(member not in other for member in one) for one, other in ((expected, got), (got, expected)))
    if missing or extra:
        message = words[0].format(what=what, count=missing) if missing else words[1].format(what=what, count=extra)
        raise WrongValue(with_values(message, got, expected, rule.public), got, expected)


def _compare_dicts(got: Any, expected: dict[Any, Any], rule: Rule, what: Text, inner: Compare) -> None:
    compare_members(got, expected, rule, what, (MISSING_KEYS, EXTRA_KEYS))
    for key, wanted in expected.items():
        words = part(SHOWN_KEY, what, key=shown_value(key)) if rule.public else part(KEY, what)
        inner(got[key], wanted, rule.in_order, words)


def _same(one: Any, other: Any, bound: float, inner: Same) -> bool:
    kind = _base(one)
    if kind is not _base(other) or len(one) != len(other):
        return False
    if kind is dict:
        return _same(list(one.items()), list(other.items()), bound, inner)
    if kind is list:
        one, other = [_number(item) for item in one], [_number(item) for item in other]
    if kind in (set, frozenset):
        return bool(one == other)
    return all(inner(a, b, bound) for a, b in zip(one, other, strict=True))


def _copied(value: Any, double: bool, inner: Copy) -> Any:
    if isinstance(value, dict):
        return type(value)((key, inner(item, double)) for key, item in value.items()) if type(value) is dict else value
    return type(value)(inner(item, double) for item in value) if type(value) in (tuple, list) else value


def _form(value: Any, inner: Form) -> object:
    if isinstance(value, dict):
        return ["dict", inner(list(value.items()))]
    if isinstance(value, (set, frozenset)):
        return [_base(value).__name__, len(value), sorted(str(inner(item)) for item in value)[:MOST_ITEMS]]
    return [_base(value).__name__, len(value), [inner(item) for item in islice(value, MOST_ITEMS)]]


def _size(value: Any, inner: Size) -> int:
    items = (each for item in value.items() for each in item) if isinstance(value, dict) else iter(value)
    return ITEM_BYTES + sum(map(inner, items))


CONTAINERS = Kind(_takes, _compare, _same, _copied, _form, _size)
