"""Sharing the points of a notebook's cells of tests among checks and exercises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from autograder.importing.translate import Check

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

    An exercise that no test asks for is worth one point.
    """
    own = [check for check in checks if check.exercise == exercise]
    if not own:
        return Worth((), 1.0)
    kept, todo = list[float](), 0.0
    for check in own:
        points = _share(check, checks)
        undone = sum(weight for _, weight in check.todos) / check.weight
        if check.lines:
            kept.append(round(points * (1 - undone), DECIMALS))
            todo += points * undone
        else:
            todo += points
    return Worth(tuple(kept), round(todo, DECIMALS))


def _share(check: Check, checks: Sequence[Check]) -> float:
    together = sum(other.weight for other in checks if other.tests is check.tests)
    points = 1.0 if check.tests.points is None else check.tests.points
    return points * check.weight / together
