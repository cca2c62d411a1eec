"""A wrong value beside the right one, with what is needed to ask how the two are related."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

NAME_AND_CASES = 2


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


def possible_arguments(given: tuple[Any, ...], count: int) -> Iterator[tuple[Any, ...]]:
    """Yield what may be the arguments of one call: all that was given, what follows a name, or one of many cases."""
    if len(given) == count:
        yield given
    if given and isinstance(given[0], str):
        if len(given) == count + 1:
            yield given[1:]
        cases = given[1] if len(given) == NAME_AND_CASES and isinstance(given[1], list) else []
        yield from (case for case in cases if isinstance(case, tuple) and len(case) == count)
