"""Comparing what stands for something that does not cross: an exception, or the name of a type."""

from __future__ import annotations

import re
from typing import Any

from autograder.checks.kinds.kind import ITEM_BYTES, Compare, Copy, Form, Kind, Same, Size
from autograder.checks.kinds.rule import Rule
from autograder.checks.kinds.wording import VALUE, wrong_type
from autograder.checks.type_names import type_name
from autograder.course.outcome import WrongValue
from autograder.course.text import Text
from autograder.worker.shared.values import Foreign, Raised

DATA = re.compile(r"-?\d+|'[^']*'")
MOST_COMPARED = 500  # characters of an exception's text


def without_data(message: str) -> str:
    """Return the text of an exception without the numbers and the quoted names in it."""
    return DATA.sub("…", message[:MOST_COMPARED])


def _takes(kind: type) -> bool:
    return issubclass(kind, (Foreign, Raised))


def _compare(got: Any, expected: Any, _rule: Rule, what: Text, _inner: Compare) -> None:
    if type(got) is not type(expected):
        raise wrong_type(got, expected, what, type_name(got), type_name(expected))
    if got != expected:
        raise WrongValue(VALUE.format(what=what), got, expected)


def _same(one: Any, other: Any, _bound: float, _inner: Same) -> bool:
    if isinstance(one, Raised) and isinstance(other, Raised):
        return one.kinds[:1] == other.kinds[:1] and without_data(one.message) == without_data(other.message)
    return bool(one == other)


def _copied(value: Any, _double: bool, _inner: Copy) -> Any:
    return value


def _form(value: Any, _inner: Form) -> object:
    if isinstance(value, Raised):
        return ["raised", value.kinds[:1], without_data(value.message)]
    return ["foreign", value.type_name]


def _size(_value: Any, _inner: Size) -> int:
    return ITEM_BYTES


STAND_INS = Kind(_takes, _compare, _same, _copied, _form, _size)
