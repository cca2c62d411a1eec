"""A wrong value beside the right one, and a relation that may hold between the two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from torch import Tensor

LEAST_ELEMENTS = 4  # below it, a relation may hold by chance
LEAST_DISTINCT = 3  # different values, for the same reason
ROUNDING = 1e-6  # of the largest value; what a relation adds to the error that the comparison allows


@dataclass(frozen=True, eq=False)
class Case:
    """A wrong value and the right one, in float64, the error that was allowed, and the tensors that were given."""

    got: Tensor
    expected: Tensor
    close: float
    inputs: tuple[Tensor, ...] = ()

    @cached_property
    def tells(self) -> bool:
        """Whether a relation can hardly hold by chance: there are enough values, which differ and follow no pattern."""
        if min(self.got.numel(), self.expected.numel()) < LEAST_ELEMENTS:
            return False
        return len(set(self.expected.flatten().tolist())) >= LEAST_DISTINCT and not is_even(self.expected)

    @cached_property
    def wrong(self) -> Tensor:
        """Where the value is wrong; only for a value of the right shape."""
        return (self.got - self.expected).abs() > self.close

    def is_near(self, values: Tensor) -> bool:
        """Tell whether the wrong value is this one, up to rounding."""
        if values.shape != self.got.shape or not values.numel():
            return False
        scale = float(values.abs().max()) / max(float(self.expected.abs().max()), 1e-300)
        bound = self.close * max(1.0, scale) + ROUNDING * float(values.abs().max())
        return bool(((self.got - values).abs() <= bound).all())


@dataclass(frozen=True)
class Relation:
    """A relation by its name in `SENTENCES`, and whether it holds for a case.

    Of the relations that hold, the one of the lowest `tier` is told, if it is the only one there.
    """

    name: str
    tier: int
    holds: Callable[[Case], bool]


Maker = Callable[[Case], Iterator[Tensor]]  # yields what a wrong value may be


def gives(make: Maker) -> Callable[[Case], bool]:
    """Return what tells whether the wrong value is one of those that `make` yields for a case."""
    return lambda case: any(map(case.is_near, make(case)))


def is_flat(values: Tensor) -> bool:
    """Tell whether all values are the same."""
    return bool((values == values.flatten()[0]).all())


def is_even(values: Tensor) -> bool:
    """Tell whether values grow by equal steps along each axis, as those of many an example in a text do.

    Whatever is done to such values, they often differ from the right ones by the same number.
    """
    bound = ROUNDING * float(values.abs().max())
    steps = [values.diff(dim=axis) for axis in range(values.dim()) if values.shape[axis] > 1]
    return all(float(step.max() - step.min()) <= bound for step in steps)


def table(values: Tensor) -> bool:
    """Tell whether a tensor has rows and columns."""
    return values.dim() >= 2 and min(values.shape[-2:]) > 0
