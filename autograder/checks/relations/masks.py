"""Relations between tables of two values, such as masks and pictures in black and white."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

from autograder.checks.relations.case import Case, Relation

LEAST_PLACES = 24  # with fewer, a random mask has all the right marks too often


def is_inverted(case: Case) -> bool:
    """Tell whether the two values are exchanged everywhere."""
    return case.two_values is not None and case.is_near(sum(case.two_values) - case.expected)


def is_full(case: Case) -> bool:
    """Tell whether every place has the larger value."""
    return case.two_values is not None and bool((case.got == case.two_values[1]).all())


def marks(wrong_here: Callable[[Tensor, float], Tensor]) -> Callable[[Case], bool | None]:
    """Return what tells whether all that is wrong is where `wrong_here` says."""

    def holds(case: Case) -> bool | None:
        if case.two_values is None:
            return None
        low, high = case.two_values
        other_values = (case.got != low) & (case.got != high)
        if bool((other_values | (case.wrong & ~wrong_here(case.expected, high))).any()):
            return False
        return True if case.expected.numel() >= LEAST_PLACES else None

    return holds


MARKS = (
    Relation("too_many", 2, marks(lambda expected, high: expected != high)),
    Relation("too_few", 2, marks(lambda expected, high: expected == high)),
)
MASKS = (Relation("inverted", 0, is_inverted), Relation("full", 1, is_full), *MARKS)
