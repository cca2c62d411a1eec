"""A wrong value beside the right one, with what is needed to ask how the two are related."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, eq=False)
class Right:
    """The right answer to an exercise: the names of its arguments, and the function that gives it for any arguments."""

    names: tuple[str, ...]
    answer: Callable[..., Any]


@dataclass(frozen=True, eq=False)
class Difference:
    """A wrong value and the right one, the error that was allowed, and the arguments of the latest request.

    `right` is None where the exercise is not a function.
    """

    got: object
    expected: object
    close: float
    given: tuple[object, ...]
    right: Right | None = None
