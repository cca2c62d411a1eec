"""Comparing pandas Series and DataFrames: shape, labels, then column by column."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

from autograder.checks.kinds.kind import Compare, Copy, Form, Kind, Same, Size
from autograder.checks.kinds.rule import Rule
from autograder.checks.kinds.wording import COLUMN, DTYPE, LABELS, NAME, ROW_LABELS, SHAPE, part, wrong_type
from autograder.checks.type_names import type_name
from autograder.course.outcome import Failed, WrongValue
from autograder.course.text import Text

LISTS = ("object", "str", "string")  # the dtypes of columns that are compared item by item; any missing item is None


def _takes(kind: type) -> bool:
    pandas = sys.modules.get("pandas")
    return issubclass(kind, (getattr(pandas, "DataFrame", ()), getattr(pandas, "Series", ())))


def _is_table(value: Any) -> bool:
    return isinstance(value, sys.modules["pandas"].DataFrame)


def _columns(value: Any) -> list[Any]:
    return [value.iloc[:, place] for place in range(value.shape[1])] if _is_table(value) else [value]


def _plain(column: Any) -> Any:
    """Return a column as an array, or as a list in which whatever is missing is None."""
    if str(column.dtype) not in LISTS:
        return column.to_numpy()
    return [None if item is None or item != item else item for item in column.tolist()]


def _compare(got: Any, expected: Any, rule: Rule, what: Text, inner: Compare) -> None:
    if not _takes(type(got)) or _is_table(got) != _is_table(expected):
        raise wrong_type(got, expected, what, type_name(got), type_name(expected))
    if got.shape != expected.shape:
        message = SHAPE.format(what=what, got=got.shape, expected=expected.shape)
        raise Failed(message) if rule.any_value else WrongValue(message, got, expected, rule.close)
    for words, right in _labels(got, expected):
        if not right:
            raise WrongValue(words.format(what=what), got, expected)
    pairs = zip(_columns(got), _columns(expected), strict=True)
    for number, (one, wanted) in enumerate(pairs, start=1):
        words = part(COLUMN, what, number=number) if _is_table(expected) else what
        _compare_columns(one, wanted, rule, words, inner)


def _labels(got: Any, expected: Any) -> tuple[tuple[Text, bool], ...]:
    rows = ROW_LABELS, bool(got.index.equals(expected.index))
    if _is_table(expected):
        return (LABELS, bool(got.columns.equals(expected.columns))), rows
    return (NAME, bool(got.name == expected.name)), rows


def _compare_columns(got: Any, expected: Any, rule: Rule, what: Text, inner: Compare) -> None:
    asked = expected.dtype if rule.dtype is True else rule.dtype
    if asked is not None and str(got.dtype) != str(asked):
        raise WrongValue(DTYPE.format(what=what, got=got.dtype, expected=asked), got, expected)
    one, wanted = _plain(got), _plain(expected)
    if isinstance(wanted, list) and not isinstance(one, list):
        one = one.tolist()
    elif isinstance(one, list) and not isinstance(wanted, list):
        raise WrongValue(DTYPE.format(what=what, got=got.dtype, expected=expected.dtype), got, expected)
    inner(one, wanted, replace(rule, dtype=None, order=True), what)


def _same(one: Any, other: Any, bound: float, inner: Same) -> bool:
    if _is_table(one) != _is_table(other) or one.shape != other.shape:
        return False
    if not all(right for _, right in _labels(one, other)):
        return False
    pairs = zip(_columns(one), _columns(other), strict=True)
    return all(inner(_plain(mine), _plain(right), bound) for mine, right in pairs)


def _copied(value: Any, double: bool, _inner: Copy) -> Any:
    if not double:
        return value.copy()
    if not _is_table(value):
        return value.astype("float64") if value.dtype.kind == "f" else value.copy()
    floats = [name for name in value.columns.unique() if _has_floats(value[name])]
    return value.astype(dict.fromkeys(floats, "float64"))


def _has_floats(columns: Any) -> bool:
    return all(column.dtype.kind == "f" for column in _columns(columns))


def _form(value: Any, inner: Form) -> object:
    labels = [str(value.index.tolist()), str(value.columns.tolist() if _is_table(value) else value.name)]
    return ["frame", list(value.shape), labels, [inner(_plain(column)) for column in _columns(value)]]


def _size(value: Any, _inner: Size) -> int:
    used = value.memory_usage(deep=True)
    return int(used.sum() if _is_table(value) else used)


FRAMES = Kind(_takes, _compare, _same, _copied, _form, _size)
