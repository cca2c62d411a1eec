"""Relations between values of the same shape that turn, move or spoil a part of a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from autograder.checks.relations.arrays import Array, narrow
from autograder.checks.relations.case import Case, Maker, Relation, gives, is_flat, table

Marks = NDArray[np.bool_]  # of the places of a table
ROWS, COLUMNS = -2, -1
WIDEST_BORDER = 3
LEAST_MIDDLE = 0.2  # of the values
LEAST_PLACES = 3  # along an axis, so that most values can be compared
MOST_SPOILT = 0.75  # of the values: a part that is right has to be there, so that the sentence says something


def transposed(case: Case) -> Iterator[Array]:
    """Yield the right table with rows and columns exchanged."""
    if table(case.expected):
        yield case.expected.swapaxes(ROWS, COLUMNS)


def flipped(*axes: int) -> Maker:
    """Return what yields the right table turned around along some axes."""

    def make(case: Case) -> Iterator[Array]:
        if table(case.expected):
            yield np.flip(case.expected, axes)

    return make


def turned(case: Case) -> Iterator[Array]:
    """Yield the right table turned by a quarter to either side."""
    if table(case.expected):
        yield from (np.rot90(case.expected, times, (ROWS, COLUMNS)) for times in (1, 3))


def turned_around(case: Case) -> Iterator[Array]:
    """Yield the right list from its end to its beginning."""
    if case.expected.ndim == 1:
        yield np.flip(case.expected)


def moved(axis: int, axes: int) -> Callable[[Case], bool]:
    """Return what tells whether the values of so many axes stand one place further along one, to either side."""

    def holds(case: Case) -> bool:
        if case.expected.ndim != axes or case.expected.shape[axis] < LEAST_PLACES:
            return False
        size = case.expected.shape[axis] - 1
        pairs = ((0, 1), (1, 0))
        return any(
            _equal(case, narrow(case.got, axis, there, size), narrow(case.expected, axis, here, size))
            for there, here in pairs
        )

    return holds


def only(part: Callable[[Marks], Marks]) -> Callable[[Case], bool]:
    """Return what tells whether just some of the values in a part of a table are wrong, and none elsewhere."""

    def holds(case: Case) -> bool:
        if not table(case.expected) or min(case.expected.shape[-2:]) < LEAST_PLACES:
            return False
        elsewhere = case.wrong.copy()
        part(elsewhere)[...] = False
        return not bool(elsewhere.any()) and part(elsewhere).size <= MOST_SPOILT * case.wrong.size

    return holds


def border(case: Case) -> bool | None:
    """Tell whether all is right in the middle, and something wrong all around it, in more than a row or a column.

    A table that is too small to have a middle cannot tell.
    """
    if not table(case.expected):
        return False
    for width in range(1, WIDEST_BORDER + 1):
        middle = case.wrong[..., width:-width, width:-width]
        if not middle.size:
            return None
        if not bool(middle.any()):
            return True if middle.size >= LEAST_MIDDLE * case.wrong.size else None
    return False


def all_after_the_first_row(case: Case) -> bool:
    """Tell whether the first row is right and all that is not 0 in the others is wrong, as after an early end."""
    if not table(case.expected) or case.expected.shape[ROWS] < 2 or bool(case.wrong[..., :1, :].any()):
        return False
    return not bool(case.got[..., 1:, :].any())


def _equal(case: Case, one: Array, other: Array) -> bool:
    return bool((np.abs(one - other) <= case.close).all()) and one.size >= 4 and not is_flat(one)


PLACES = (
    Relation("transposed", 0, gives(transposed)),
    Relation("upside_down", 0, gives(flipped(ROWS))),
    Relation("mirrored", 0, gives(flipped(COLUMNS))),
    Relation("flipped_both_ways", 2, gives(flipped(ROWS, COLUMNS))),
    Relation("turned", 2, gives(turned)),
    Relation("reversed", 0, gives(turned_around)),
    Relation("moved_rows", 3, moved(ROWS, axes=2)),
    Relation("moved_columns", 3, moved(COLUMNS, axes=2)),
    Relation("moved", 3, moved(COLUMNS, axes=1)),
    Relation("after_first_row", 2, all_after_the_first_row),
    Relation("border", 4, border),
    Relation("first_row", 3, only(lambda values: values[..., :1, :])),
    Relation("last_row", 3, only(lambda values: values[..., -1:, :])),
    Relation("first_column", 3, only(lambda values: values[..., :1])),
    Relation("last_column", 3, only(lambda values: values[..., -1:])),
)
