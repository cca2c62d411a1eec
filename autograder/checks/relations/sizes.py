"""Relations between shapes alone, where the values have none."""

from __future__ import annotations

from collections.abc import Callable

from autograder.checks.relations.case import Case, Relation

FEWEST_AXES = 2  # of a shape whose sides can be exchanged


def has_exchanged_sides(case: Case) -> bool:
    """Tell whether height and width are exchanged."""
    got, expected = tuple(case.got.shape), tuple(case.expected.shape)
    return len(expected) >= FEWEST_AXES and got == (*expected[:-2], expected[-1], expected[-2])


def is_number(case: Case) -> bool:
    """Tell whether there are no axes at all where some were asked for."""
    return case.got.ndim == 0 < case.expected.ndim


def has_shape_of_input(case: Case) -> bool:
    """Tell whether the shape is that of something given."""
    return any(case.got.shape == given.shape for given in case.inputs)


def has_axes(step: int) -> Callable[[Case], bool]:
    """Return what tells whether axes of size 1 are missing, or too many."""

    def holds(case: Case) -> bool:
        got, expected = (tuple(size for size in each.shape if size > 1) for each in (case.got, case.expected))
        return got == expected and case.got.ndim > 0 and step * (case.got.ndim - case.expected.ndim) > 0

    return holds


def differs_by(step: int, *, axes: int | None = None) -> Callable[[Case], bool]:
    """Return what tells whether every side that is not right differs by `step`; `axes` is 1 for a list."""

    def holds(case: Case) -> bool:
        if case.got.ndim != case.expected.ndim or (case.got.ndim == 1) != (axes == 1):
            return False
        steps = {one - other for one, other in zip(case.got.shape, case.expected.shape, strict=True)}
        return steps - {0} == {step}

    return holds


def is_wrong_along(axis: int) -> Callable[[Case], bool]:
    """Return what tells whether a table has a wrong size along just this axis of the two."""

    def holds(case: Case) -> bool:
        if not case.got.ndim == case.expected.ndim == FEWEST_AXES:
            return False
        right = [one == other for one, other in zip(case.got.shape, case.expected.shape, strict=True)]
        return not right[axis] and right[1 - axis]

    return holds


SIZES = (
    Relation("exchanged_sides", 4, has_exchanged_sides),
    Relation("no_axes", 4, is_number),
    Relation("axis_missing", 4, has_axes(-1)),
    Relation("axis_extra", 4, has_axes(1)),
    Relation("item_missing", 4, differs_by(-1, axes=1)),
    Relation("item_extra", 4, differs_by(1, axes=1)),
    Relation("rows_wrong", 6, is_wrong_along(0)),
    Relation("columns_wrong", 6, is_wrong_along(1)),
)
GUESSES = (  # one shape alone may be so by chance
    Relation("input_shape", 5, has_shape_of_input),
    Relation("side_too_short", 5, differs_by(-1)),
    Relation("side_too_long", 5, differs_by(1)),
)
