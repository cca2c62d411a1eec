"""Comparing lists whose order does not matter, without trying all pairs of long ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

from autograder.checks.kinds.kind import Compare
from autograder.checks.kinds.rule import Rule
from autograder.checks.numbers import as_float
from autograder.course.errors import GraderError
from autograder.course.outcome import Failed
from autograder.course.text import Text
from autograder.worker.shared.kinds.containers import is_key
from autograder.worker.shared.messages import MAX_DEPTH

MOST_PAIRED = 64
TOO_MANY = (
    f"`compare` with `order=False` takes at most {MOST_PAIRED} items that are neither all numbers nor all hashable and "
    "exact: it would have to try each with each."
)


def count_wrong(got: Sequence[Any], expected: Sequence[Any], rule: Rule, what: Text, inner: Compare) -> int:
    """Return how many of the items have no partner in the other list, which is as long.

    Raises `GraderError` where the expected items are too many to try each with each.
    """
    is_close = rule.tolerates or any(type(item) is float for item in expected)
    if is_close and all(type(item) in (int, float) for item in expected):
        return _wrong_numbers(got, expected, rule, what)
    exact = not any(isinstance(item, (float, complex)) for item in expected) or rule.is_exact
    if exact and not rule.any_value and all(is_key(item, MAX_DEPTH) for item in expected):
        return _wrong_keys(got, expected)
    if len(expected) > MOST_PAIRED:
        raise GraderError(TOO_MANY)
    return _wrong_pairs(got, expected, rule, what, inner)


def _wrong_numbers(got: Sequence[Any], expected: Sequence[Any], rule: Rule, what: Text) -> int:
    """Compare numbers one by one after sorting them: if any order fits, this one does."""
    numbers = sorted(as_float(item) for item in got if type(item) in (int, float) and item == item)
    wanted = sorted(map(as_float, expected))
    if len(numbers) < len(wanted):
        return len(wanted) - len(numbers)
    if rule.any_value:
        return sum(not math.isfinite(number) for number in numbers)
    error = rule.error(what)
    return sum(not abs(a - b) <= error + rule.rtol * abs(b) for a, b in zip(numbers, wanted, strict=True))


def _wrong_keys(got: Sequence[Any], expected: Sequence[Any]) -> int:
    """Count the items among the expected ones; what a student sent is looked up and never stored."""
    left, wrong = Counter((type(item), item) for item in expected), 0
    for item in got:
        key = (type(item), item)
        if is_key(item, MAX_DEPTH) and left.get(key, 0):
            left[key] -= 1
        else:
            wrong += 1
    return wrong


def _wrong_pairs(got: Sequence[Any], expected: Sequence[Any], rule: Rule, what: Text, inner: Compare) -> int:
    left = list(expected)
    for item in got:
        place = next((n for n, wanted in enumerate(left) if _is_right(item, wanted, rule, what, inner)), None)
        if place is not None:
            del left[place]
    return len(left)


def _is_right(got: Any, expected: Any, rule: Rule, what: Text, inner: Compare) -> bool:
    try:
        inner(got, expected, rule.in_order, what)
    except Failed:
        return False
    return True
