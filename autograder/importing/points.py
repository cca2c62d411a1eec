"""Sharing the points of a notebook's cells of tests among checks and exercises."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from autograder.importing.units import Check

DECIMALS = 4


class Worth(NamedTuple):
    """What the checks of an exercise are worth: those with lines, in order, and the one that lists what is to do."""

    checks: tuple[float, ...]
    todo: float

    @property
    def total(self) -> float:
        """The points of the exercise."""
        return round(sum(self.checks) + self.todo, DECIMALS)


def worth_of(exercise: str, checks: Sequence[Check]) -> Worth:
    """Return what an exercise is worth: each statement of a cell has an equal share of the cell's points, 1 if none.

    An exercise that no test asks for is worth one point, and so is one whose tests are worth nothing.
    """
    own = [check for check in checks if check.exercise == exercise]
    shares = [_share(check, checks) for check in own]
    if not sum(shares):
        shares = [1 / len(own) for _ in own]
    undone = [sum(weight for _, weight in check.todos) / check.weight if check.lines else 1.0 for check in own]
    kept = [share * (1 - part) for check, share, part in zip(own, shares, undone, strict=True) if check.lines]
    todo = sum(share * part for share, part in zip(shares, undone, strict=True)) if own else 1.0
    *rounded, rest = _rounded([*kept, todo])
    return Worth(tuple(rounded), rest)


def _rounded(shares: Sequence[float]) -> list[float]:
    """Return shares with few decimals that have the same sum."""
    sums = [round(sum(shares[:count]), DECIMALS) for count in range(len(shares) + 1)]
    return [round(after - before, DECIMALS) for before, after in itertools.pairwise(sums)]


def _share(check: Check, checks: Sequence[Check]) -> float:
    together = sum(other.weight for other in checks if other.tests is check.tests)
    points = 1.0 if check.tests.points is None else check.tests.points
    return points * check.weight / together
