"""Relations between values of different shapes: the values are right, and the shape is not."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from autograder.checks.relations.arrays import Array, narrow
from autograder.checks.relations.case import Case, Relation, table

MOST_AXES = 4
MOST_STEP = 4


def is_transposed(case: Case) -> bool:
    """Tell whether rows and columns are exchanged."""
    return table(case.expected) and case.is_near(case.expected.swapaxes(-2, -1))


def is_flattened(case: Case) -> bool:
    """Tell whether the values stand in one row."""
    return case.got.ndim == 1 and case.expected.squeeze().ndim > 1 and case.is_near(case.expected.ravel())


def has_other_sides(case: Case) -> bool:
    """Tell whether the values are right one after the other, in other rows and columns."""
    return case.is_near(case.expected.reshape(case.got.shape)) if _same_number(case) else False


def has_axes_in_another_order(case: Case) -> bool:
    """Tell whether the axes, three or more of them, are exchanged."""
    axes = case.expected.ndim
    if not 3 <= axes <= MOST_AXES or case.got.ndim != axes:
        return False
    return any(case.is_near(case.expected.transpose(order)) for order in itertools.permutations(range(axes)))


def has_other_axes(case: Case) -> bool:
    """Tell whether there are axes of size 1 too many or too few."""
    return case.got.ndim != case.expected.ndim and Case(
        case.got.squeeze(), case.expected.squeeze(), case.close
    ).is_near(case.expected.squeeze())


def has_margin(case: Case) -> bool:
    """Tell whether the right value stands in the middle of a larger one."""
    extra = [one - other for one, other in _sizes(case)]
    if not extra or min(extra) < 0 or max(extra) == 0 or any(size % 2 for size in extra):
        return False
    middle = case.got
    for axis, size in enumerate(extra):
        middle = narrow(middle, axis, size // 2, case.expected.shape[axis])
    return Case(middle, case.expected, case.close).is_near(case.expected)


def has_more(case: Case) -> bool:
    """Tell whether there are rows or columns too many at an end."""
    extra = [one - other for one, other in _sizes(case)]
    if not extra or min(extra) < 0 or max(extra) == 0:
        return False
    return any(Case(part, case.expected, case.close).is_near(case.expected) for part in _corners(case.got, extra))


def leaves_out(case: Case) -> bool:
    """Tell whether just every second, third or fourth value along one axis or more is there."""
    if case.got.ndim != case.expected.ndim or not 1 <= case.expected.ndim <= 2:
        return False
    steps = itertools.product(range(1, MOST_STEP + 1), repeat=case.expected.ndim)
    return any(
        case.is_near(case.expected[tuple(slice(None, None, one) for one in each)]) for each in steps if max(each) > 1
    )


def is_cut(case: Case) -> bool:
    """Tell whether the last rows or columns are missing, or the first."""
    extra = [other - one for one, other in _sizes(case)]
    if not extra or min(extra) < 0 or max(extra) == 0:
        return False
    return any(case.is_near(part) for part in _corners(case.expected, extra))


def _corners(values: Array, extra: list[int]) -> Iterator[Array]:
    """Yield the values without so many at the end of each axis, and without so many at its beginning."""
    for at_the_end in (False, True):
        part = values
        for axis, size in enumerate(extra):
            part = narrow(part, axis, size if at_the_end else 0, values.shape[axis] - size)
        yield part


def _same_number(case: Case) -> bool:
    return case.got.size == case.expected.size


def _sizes(case: Case) -> list[tuple[int, int]]:
    """Return the sizes of both along each axis; nothing where the numbers of axes differ."""
    same = case.got.ndim == case.expected.ndim
    return list(zip(case.got.shape, case.expected.shape, strict=True)) if same else []


SHAPES = (
    Relation("transposed_shape", 0, is_transposed),
    Relation("axes_order", 2, has_axes_in_another_order),
    Relation("flattened", 0, is_flattened),
    Relation("axes", 0, has_other_axes),
    Relation("margin", 0, has_margin),
    Relation("other_sides", 3, has_other_sides),
    Relation("more", 2, has_more),
    Relation("cut_off", 2, is_cut),
    Relation("left_out", 3, leaves_out),
)
