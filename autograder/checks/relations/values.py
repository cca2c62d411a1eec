"""Relations between values of the same shape, element by element."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from autograder.checks.relations.arrays import Array, in_bfloat16, in_float16, lower_median
from autograder.checks.relations.case import Case, Maker, Relation, gives, is_flat

DECIMALS = 1, 2, 3, 4
NEARLY = 1e-2  # of the largest value


def zeros(case: Case) -> Iterator[Array]:
    """Yield zeros."""
    yield np.zeros_like(case.expected)


def inputs(case: Case) -> Iterator[Array]:
    """Yield what was given."""
    yield from case.inputs


def times(factor: float) -> Maker:
    """Return what yields the right value times a factor."""

    def make(case: Case) -> Iterator[Array]:
        yield factor * case.expected

    return make


def mean_for_sum(case: Case) -> Iterator[Array]:
    """Yield the right value divided by the number of elements of what was given, or of itself."""
    counts = {value.size for value in (*case.inputs, case.expected)} - {0, 1, 2}
    yield from (case.expected / count for count in sorted(counts))


def sum_for_mean(case: Case) -> Iterator[Array]:
    """Yield the right value multiplied by such a number."""
    counts = {value.size for value in (*case.inputs, case.expected)} - {0, 1, 2}
    yield from (case.expected * count for count in sorted(counts))


def shifted(case: Case) -> Iterator[Array]:
    """Yield the right value plus the same number everywhere."""
    difference = case.got - case.expected
    if float(np.abs(difference).min()) > case.close:
        yield case.expected + lower_median(difference)


def off_by(step: int) -> Maker:
    """Return what yields the right whole numbers, all off by one."""

    def make(case: Case) -> Iterator[Array]:
        if case.close == 0:
            yield case.expected + step

    return make


def absolute(case: Case) -> Iterator[Array]:
    """Yield the right value without its signs."""
    yield np.abs(case.expected)


def without_negatives(case: Case) -> Iterator[Array]:
    """Yield the right value with zeros for what is negative."""
    yield case.expected.clip(min=0)


def whole_numbers(case: Case) -> Iterator[Array]:
    """Yield the right value as whole numbers, rounded or cut."""
    yield from (np.round(case.expected), np.trunc(case.expected), np.floor(case.expected))


def few_decimals(case: Case) -> Iterator[Array]:
    """Yield the right value with few decimals."""
    yield from (np.round(case.expected, decimals) for decimals in DECIMALS)


def half_precision(case: Case) -> Iterator[Array]:
    """Yield the right value as numbers of 16 bits hold it."""
    yield from (in_float16(case.expected), in_bfloat16(case.expected))


def running_sums(case: Case) -> Iterator[Array]:
    """Yield the sums of the right value along each axis so far."""
    yield from (case.expected.cumsum(axis) for axis in range(case.expected.ndim))


def in_another_order(case: Case) -> bool:
    """Tell whether the values are right but stand in another order; where there are but two, they often do."""
    if case.two_values is not None and case.expected.size > 2:
        return False
    one, other = np.sort(case.got, axis=None), np.sort(case.expected, axis=None)
    return Case(one, other, case.close).is_near(other)


def nearly_right(case: Case) -> bool:
    """Tell whether every value is off by very little."""
    return bool((np.abs(case.got - case.expected) <= NEARLY * np.abs(case.expected)).all())


def all_equal(case: Case) -> bool:
    """Tell whether all values are the same, and not 0."""
    return is_flat(case.got) and not math.isclose(float(case.got.flat[0]), 0.0, abs_tol=case.close)


VALUES = (
    Relation("zeros", 0, gives(zeros)),
    Relation("input", 0, gives(inputs)),
    Relation("negative", 0, gives(times(-1.0))),
    Relation("double", 2, gives(times(2.0))),
    Relation("half", 2, gives(times(0.5))),
    Relation("mean", 2, gives(mean_for_sum)),
    Relation("sum", 2, gives(sum_for_mean)),
    Relation("one_less", 0, gives(off_by(-1))),
    Relation("one_more", 0, gives(off_by(1))),
    Relation("constant", 2, gives(shifted)),
    Relation("absolute", 2, gives(absolute)),
    Relation("cut", 2, gives(without_negatives)),
    Relation("whole", 3, gives(whole_numbers)),
    Relation("running", 3, gives(running_sums)),
    Relation("equal", 3, all_equal),
    Relation("decimals", 4, gives(few_decimals)),
    Relation("half_precision", 5, gives(half_precision)),
    Relation("order", 6, in_another_order),
    Relation("nearly", 7, nearly_right),
)
