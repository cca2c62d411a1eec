"""What a comparison asks for, and the error that it allows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from autograder.checks.kinds.wording import BOUNDLESS
from autograder.course.outcome import Failed
from autograder.course.text import Text

if TYPE_CHECKING:
    from torch import Tensor

EPSILON = 2.0**-23  # of float32
TOLERANCE = 16
LARGEST_SCALE = 1e12  # a scale may follow from a student's numbers; a larger one would allow nearly any value


class AnyValue:
    """The scale of a comparison in which any finite values pass: only type and shape are compared."""


ANY = AnyValue()
if TYPE_CHECKING:
    Scale = float | Tensor | AnyValue


@dataclass(frozen=True, eq=False)
class Rule:
    """The options of `compare`, which has their meaning; `dtype` is None where no dtype is asked for."""

    scale: Scale
    rtol: float = 0.0
    atol: float = 0.0
    dtype: Any = None
    equal_nan: bool = False
    order: bool = True
    public: bool = False

    @property
    def any_value(self) -> bool:
        """Whether any values pass."""
        return isinstance(self.scale, AnyValue)

    @cached_property
    def tolerates(self) -> bool:
        """Whether `rtol` or `atol` allows an error: then a number counts, whatever its type."""
        return self.rtol > 0 or self.atol > 0

    @cached_property
    def close(self) -> float:
        """The error that is allowed for an expected value of 0."""
        return 0.0 if isinstance(self.scale, AnyValue) else error_of(self.scale) + self.atol

    @cached_property
    def surely_close(self) -> float:
        """An error that is allowed for any expected value; negative where none is, not even 0."""
        if isinstance(self.scale, AnyValue) or not 0 <= float(self.scale) <= LARGEST_SCALE:  # also for nan
            return -1.0
        return self.close

    @cached_property
    def is_exact(self) -> bool:
        """Whether no error is allowed."""
        return not self.any_value and self.close == self.rtol == 0

    @cached_property
    def in_order(self) -> Rule:
        """The rule for the items of a list whose own order does not matter."""
        return self if self.order else replace(self, order=True)

    def error(self, what: Text) -> float:
        """Return the error that is allowed for 0; raise `Failed` where the scale would allow nearly any value."""
        if self.surely_close < 0:
            raise Failed(BOUNDLESS.format(what=what))
        return self.surely_close


def error_of(scale: float | Tensor) -> float:
    """Return the error that a scale allows."""
    return TOLERANCE * EPSILON * float(scale)
