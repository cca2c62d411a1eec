"""Comparing what a probe saw several times: pairs that are to be equal, and rows for which a condition is to hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from autograder.checks.compare import ANY, RESULT, compare
from autograder.checks.require import require
from autograder.course.text import Text

Row = tuple[Any, ...]


def compare_pairs(got: Any, right: Sequence[Row], *, public: bool = False, **closeness: Any) -> None:
    """Raise `Failed` unless the two values of each pair are equal; `right` has the reference's pairs.

    Both values come from the student's code, so each of them must have the type and the shape that the reference's
    has. `closeness` is passed on to `compare`; with a tolerance, a number may be of any real type.
    """
    for pair, expected in zip(rows_of(got, right), right, strict=True):
        for value, wanted in zip(pair, expected, strict=True):
            compare(value, wanted, public=public, **closeness | {"scale": ANY})
        one, other = pair
        compare(one, other, public=public, **closeness)


def require_each(got: Any, right: Sequence[Row], holds: Callable[[Row, Row], object], *, asked: str = "") -> None:
    """Raise `Failed` unless `holds(row, expected)` is true for each row beside the reference's.

    `asked` says what is required, in words or in code.
    """
    for row, expected in zip(rows_of(got, right), right, strict=True):
        require(lambda row=row, expected=expected: holds(row, expected), asked=asked)  # type: ignore[misc]


def rows_of(got: Any, right: Sequence[Row], what: Text = RESULT) -> Sequence[Row]:
    """Return the rows that a probe saw; raise `Failed` unless they are as many and as long as the reference's."""
    compare(
        [len(row) if isinstance(row, tuple) else -1 for row in got] if isinstance(got, list) else got,
        [len(row) for row in right],
        what=what,
    )
    return list(got)
