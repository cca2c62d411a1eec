"""Relations between tables of 0 and 1, or False and True, such as masks and pictures in black and white."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from autograder.checks.relations.arrays import Array
from autograder.checks.relations.case import Case, Relation

ZERO_AND_ONE = (0.0, 1.0)
LEAST_PLACES = 24  # with fewer, a random mask has all the right marks too often


def is_inverted(case: Case) -> bool:
    """Tell whether 0 and 1 are exchanged everywhere."""
    return case.two_values == ZERO_AND_ONE and case.is_near(1 - case.expected)


def is_full(case: Case) -> bool:
    """Tell whether there is a 1 everywhere."""
    return case.two_values == ZERO_AND_ONE and bool((case.got == 1).all())


def marks(wrong_here: Callable[[Array], NDArray[np.bool_]]) -> Callable[[Case], bool | None]:
    """Return what tells whether all that is wrong is where `wrong_here` says."""

    def holds(case: Case) -> bool | None:
        if case.two_values != ZERO_AND_ONE:
            return None
        other_values = (case.got != 0) & (case.got != 1)
        if bool((other_values | (case.wrong & ~wrong_here(case.expected))).any()):
            return False
        return True if case.expected.size >= LEAST_PLACES else None

    return holds


MARKS = (
    Relation("too_many", 2, marks(lambda expected: expected == 0)),
    Relation("too_few", 2, marks(lambda expected: expected == 1)),
)
MASKS = (Relation("inverted", 0, is_inverted), Relation("full", 1, is_full), *MARKS)
