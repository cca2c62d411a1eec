"""The case of a public check that failed by its value, as small tables of text."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

from autograder.checks.compare import is_equal
from autograder.checks.kinds.arrays import ARRAYS
from autograder.checks.kinds.tensors import TENSORS
from autograder.checks.relations.difference import Difference, possible_arguments
from autograder.results.example import UNEQUAL, Example, Table

MOST_ROWS = MOST_COLUMNS = 12
MOST_TABLES = 6  # of one value
LONGEST_TEXT = 80  # characters
LARGEST = 10**15  # of whole numbers; a longer one would not fit into a cell
REAL = "biuf"  # the kinds of dtypes of NumPy that are numbers


class TooLarge(Exception):
    """A value is no small table, so it is not shown."""


class Sheet(NamedTuple):
    """A table of plain values with its label."""

    label: str
    rows: list[list[Any]]


def example_of(wrong: Difference) -> Example | None:
    """Return a wrong value beside the right one as tables, with the arguments where they are known and small.

    None where either value is no small table: of numbers, of texts, or a few of such.
    """
    try:
        expected, got = list(_sheets(wrong.expected)), list(_sheets(wrong.got))
    except TooLarge:
        return None
    return Example(_tables(_arguments(wrong)), _tables(expected), _tables(got), _difference(got, expected, wrong.close))


def _arguments(wrong: Difference) -> list[Sheet]:
    """Return the arguments of the call by their names; none where they are not known, or one of them is not small."""
    args = _asked(wrong)
    if wrong.right is None or args is None:
        return []
    try:
        return [sheet for name, value in zip(wrong.right.names, args, strict=True) for sheet in _sheets(value, name)]
    except TooLarge:
        return []


def _asked(wrong: Difference) -> tuple[Any, ...] | None:
    """Return those arguments among what was asked to which the expected value is the right answer."""
    if wrong.right is None:
        return None
    for args in possible_arguments(wrong.given, len(wrong.right.names)):
        try:
            answer = wrong.right.answer(*args)
        except Exception:  # these are no arguments of the exercise
            continue
        parts = answer if isinstance(answer, (tuple, list)) else ()
        if any(is_equal(value, wrong.expected) for value in (answer, *parts)):
            return args
    return None


def _sheets(value: object, label: str = "") -> Iterator[Sheet]:
    """Yield the tables of a value; raise `TooLarge` where it is none that is small."""
    if _is_table(value):
        yield from _slices(value, label)
    elif isinstance(value, (tuple, list)) and value and not all(map(_is_scalar, value)):
        _require(len(value) <= MOST_TABLES)
        for place, item in enumerate(value):
            yield from _sheets(item, f"{label}[{place}]")
    else:
        row = list(value) if isinstance(value, (tuple, list)) else [value]
        _require(0 < len(row) <= MOST_COLUMNS and all(map(_is_scalar, row)))
        yield Sheet(label, [row])


def _is_table(value: Any) -> bool:
    """Tell whether a value is a tensor, or an array of real numbers."""
    kind = type(value)
    return TENSORS.takes(kind) or (ARRAYS.takes(kind) and value.dtype.kind in REAL)


def _slices(value: Any, label: str) -> Iterator[Sheet]:
    """Yield the tables of a tensor or an array: one for each place of the axes before the last two."""
    *before, rows, columns = (1, 1, *value.shape)[-max(2, len(value.shape)) :]
    _require(0 < math.prod(before) <= MOST_TABLES and 0 < rows <= MOST_ROWS and 0 < columns <= MOST_COLUMNS)
    places = product(*map(range, before))
    tables = value.reshape(-1, rows, columns).tolist()
    for place, table in zip(places, tables, strict=True):
        yield Sheet(f"{label}[{', '.join(map(str, place))}]" if place else label, table)


def _is_scalar(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT
    return value is None or isinstance(value, float) or (isinstance(value, int) and abs(value) < LARGEST)


def _require(small: bool) -> None:
    if not small:
        raise TooLarge


def _difference(got: Sequence[Sheet], expected: Sequence[Sheet], close: float) -> tuple[Table, ...]:
    """Return the tables of what differs, or none where no pair of elements does or the two have not the same tables."""
    if [_outline(sheet) for sheet in got] != [_outline(sheet) for sheet in expected]:
        return ()
    tables = tuple(_gaps(mine, right, close) for mine, right in zip(got, expected, strict=True))
    return tables if any(text for table in tables for row in table.cells for text in row) else ()


def _gaps(got: Sheet, expected: Sheet, close: float) -> Table:
    rows = (zip(*pair, strict=True) for pair in zip(got.rows, expected.rows, strict=True))
    return Table(expected.label, tuple(tuple(_gap(*pair, close) for pair in row) for row in rows))


def _outline(sheet: Sheet) -> tuple[str, list[int]]:
    return sheet.label, [len(row) for row in sheet.rows]


def _gap(got: Any, expected: Any, close: float) -> str:
    """Return how an element differs from the right one, or an empty text."""
    if not all(isinstance(value, (int, float)) for value in (got, expected)):
        return "" if got == expected else UNEQUAL
    gap = got - expected
    return "" if abs(gap) <= close else _text(gap)


def _tables(sheets: Sequence[Sheet]) -> tuple[Table, ...]:
    return tuple(Table(sheet.label, tuple(tuple(map(_text, row)) for row in sheet.rows)) for sheet in sheets)


def _text(value: Any) -> str:
    """Return an element in a few characters; a negative zero is a zero."""
    return f"{value + 0.0:.5g}" if isinstance(value, float) else str(value)
