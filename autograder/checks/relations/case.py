"""A wrong value beside the right one, and a relation that may hold between the two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from autograder.checks.relations.arrays import Array, as_array, is_table
from autograder.checks.relations.difference import Difference

MOST_ELEMENTS = 1_000  # that are looked at; a larger value has no relation
LEAST_ELEMENTS = 4  # below it, a relation may hold by chance
LEAST_DISTINCT = 3  # different values, for the same reason
LEAST_OF_TWO = 12  # elements, where there are but two different values
ROUNDING = 1e-6  # of the largest value; what a relation adds to the error that the comparison allows


@dataclass(frozen=True, eq=False)
class Case:
    """A wrong value and the right one, in float64, the error that was allowed, and the arrays that were given.

    `is_of_numbers` says that they are numbers, or lists or tuples of them.
    """

    got: Array
    expected: Array
    close: float
    inputs: tuple[Array, ...] = ()
    is_of_numbers: bool = False

    @property
    def is_looked_at(self) -> bool:
        """Whether relations are looked for: both have values, not too many, and the wrong ones are finite."""
        sizes = self.got.size, self.expected.size
        return min(sizes) > 0 and max(sizes) <= MOST_ELEMENTS and bool(np.isfinite(self.got).all())

    @cached_property
    def tells(self) -> bool:
        """Whether a relation can hardly hold by chance: there are enough values, which differ and follow no pattern."""
        size = min(self.got.size, self.expected.size)
        if self.two_values is not None:
            return size >= LEAST_OF_TWO
        return size >= LEAST_ELEMENTS and len(self._different) >= LEAST_DISTINCT and not is_even(self.expected)

    @cached_property
    def two_values(self) -> tuple[float, float] | None:
        """The lower and the higher value, where the right one has just two."""
        return (min(self._different), max(self._different)) if len(self._different) == 2 else None

    @cached_property
    def _different(self) -> set[float]:
        return set(self.expected.ravel().tolist())

    @cached_property
    def _largest(self) -> float:
        return float(np.abs(self.expected).max())

    @property
    def same_shape(self) -> bool:
        """Whether the wrong value has the right shape."""
        return self.got.shape == self.expected.shape

    @cached_property
    def wrong(self) -> NDArray[np.bool_]:
        """Where the value is wrong; only for a value of the right shape."""
        return np.asarray(np.abs(self.got - self.expected) > self.close)

    def is_near(self, values: Array) -> bool:
        """Tell whether the wrong value is this one, up to rounding."""
        if values.shape != self.got.shape or not values.size or not np.isfinite(values).all():
            return False
        sizes = np.abs(values)
        scale = float(sizes.max()) / max(self._largest, 1e-300)
        bound = self.close * max(1.0, scale) + (0.0 if self._counts else ROUNDING) * sizes
        return bool((np.abs(self.got - values) <= bound).all())

    @cached_property
    def _counts(self) -> bool:
        """Whether both values are whole numbers that have to be exact."""
        return self.close == 0 and all(bool((each == np.round(each)).all()) for each in (self.got, self.expected))


@dataclass(frozen=True)
class Relation:
    """A relation by its name in `SENTENCES`, and whether it holds for a case: None where the case cannot tell.

    Of the relations that hold, the one of the lowest `tier` is told, if it is the only one there.
    """

    name: str
    tier: int
    holds: Callable[[Case], bool | None]


Maker = Callable[[Case], Iterator[Array]]  # yields what a wrong value may be


def gives(make: Maker) -> Callable[[Case], bool]:
    """Return what tells whether the wrong value is one of those that `make` yields for a case."""
    return lambda case: any(map(case.is_near, make(case)))


def case_of(wrong: Difference) -> Case | None:
    """Return a wrong value and the right one as arrays; None where one of them is no tensor or array and no numbers."""
    got, expected = as_array(wrong.got), as_array(wrong.expected)
    if got is None or expected is None:
        return None
    given = (as_array(value) for value in wrong.given if is_table(value))
    inputs = tuple(value for value in given if value is not None)
    return Case(got, expected, wrong.close, inputs, is_of_numbers=not is_table(wrong.expected))


def joined(cases: Sequence[Case]) -> Case | None:
    """Return the values of several cases as those of one; None where there are none, or one has another shape."""
    if not cases or not all(case.same_shape for case in cases):
        return None
    got = np.concatenate([case.got.ravel() for case in cases])
    expected = np.concatenate([case.expected.ravel() for case in cases])
    return Case(got, expected, max(case.close for case in cases))


def is_flat(values: Array) -> bool:
    """Tell whether all values are the same."""
    return bool((values == values.flat[0]).all())


def is_even(values: Array) -> bool:
    """Tell whether values grow by equal steps along each axis, as those of many an example in a text do.

    Whatever is done to such values, they often differ from the right ones by the same number.
    """
    bound = ROUNDING * float(np.abs(values).max())
    steps = [np.diff(values, axis=axis) for axis in range(values.ndim) if values.shape[axis] > 1]
    return all(float(step.max() - step.min()) <= bound for step in steps)


def table(values: Array) -> bool:
    """Tell whether an array has rows and columns."""
    return values.ndim >= 2 and min(values.shape[-2:]) > 0
