"""What an export is asked for, and what it says it did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.text import Language
from autograder.results.model import Result


class Request(Struct, frozen=True):
    """The options of `autograder export`; `into` is the file that a platform exported, `db` nbgrader's database."""

    out: Path
    into: Path | None = None
    column: str = ""
    language: Language = "zh"
    bom: bool = False
    db: str = ""


class LeftOut(Struct, frozen=True):
    """A result that was not written, and the reason."""

    result: Result
    reason: str


class Done(Struct, frozen=True):
    """Where an export went, the results it left out, and remarks for the one who asked."""

    where: str
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()


Writer = Callable[[Course, Sequence[Result], Request], Done]


def by_assignment(results: Iterable[Result]) -> dict[str, list[Result]]:
    """Return the results of each assignment."""
    found: dict[str, list[Result]] = {}
    for result in results:
        found.setdefault(result.assignment, []).append(result)
    return found


def only_assignment(results: Sequence[Result], what: str) -> str:
    """Return the one assignment of some results; raise `UsageError` where they are of several."""
    names = list(by_assignment(results))
    if len(names) > 1:
        raise UsageError(f"{what} is of one assignment. Name it with --assignment: {', '.join(names)}.")
    return names[0] if names else ""
