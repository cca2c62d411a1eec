"""What an author is shown of a check that did not pass: where it failed in code of theirs, and the two values."""

from __future__ import annotations

import pprint
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from autograder.checks import Student
from autograder.course.errors import NotGradable
from autograder.course.outcome import Verdict, WrongValue
from autograder.course.text import Language
from autograder.grading.check import Check
from autograder.grading.fixtures import Fixtures

ENGINE = Path(__file__).parents[1]
E = TypeVar("E", bound=BaseException)
LONGEST = 2000  # characters of a value


def in_languages(error: E, languages: Sequence[Language]) -> E:
    """Return an exception that says its message in these languages only, where it has one for students."""
    if isinstance(error, (Verdict, NotGradable)):
        error.args = (error.message.in_languages(languages),)
    return error


def error_for_author(error: BaseException, raised_by_answer: BaseException | None, suites: Path) -> BaseException:
    """Return what a check raised, with a traceback that ends where the author can do something about it.

    Where the answer raised in this process, that is what is shown, as if the suite had called it directly. A failed
    comparison ends in the suite. A fault of a suite or of the engine keeps its traceback.
    """
    if not isinstance(error, Verdict):
        return error
    outer = _without_engine_at_the_end(error.__traceback__, suites)
    if raised_by_answer is not None and _is_about_the_answer(error):
        inner = _without_engine_at_the_start(raised_by_answer.__traceback__, suites)
        return raised_by_answer.with_traceback(_joined([*outer, *inner]))
    return error.with_traceback(_joined(outer) or error.__traceback__)


def facts_for_author(fixtures: Fixtures, error: BaseException, shown: BaseException | None) -> str:
    """Return what else there is to know: what the student reads, what was asked, and the two values."""
    replies, lines = fixtures.student.replies, list[tuple[str, str]]()
    if isinstance(error, Verdict) and shown is not error:
        lines.append(("the student reads", str(error)))
    if replies:
        lines.append(("asked with", _shown(replies[-1].args)))
    if isinstance(error, WrongValue):
        lines += [("expected", _shown(error.expected)), ("got", _shown(error.got))]
    return "\n".join(f"{name}: {text}" for name, text in lines)


def heading(check: Check) -> str:
    """Return the title of a check with its points."""
    return f"{check.title.both()} ({check.points:g} {'point' if check.points == 1 else 'points'})"


def _is_about_the_answer(error: BaseException) -> bool:
    """Tell whether `Student` itself raised this: the answer raised an exception that it should not have raised."""
    frames = list(traceback.walk_tb(error.__traceback__))
    return bool(frames) and isinstance(frames[-1][0].f_locals.get("self"), Student)


def _entries(at: TracebackType | None) -> Iterator[TracebackType]:
    while at is not None:
        yield at
        at = at.tb_next


def _without_engine_at_the_end(at: TracebackType | None, suites: Path) -> list[TracebackType]:
    entries = list(_entries(at))
    while entries and _is_engine(entries[-1], suites):
        entries.pop()
    return entries


def _without_engine_at_the_start(at: TracebackType | None, suites: Path) -> list[TracebackType]:
    entries = list(_entries(at))
    while entries and _is_engine(entries[0], suites):
        del entries[0]
    return entries


def _is_engine(entry: TracebackType, suites: Path) -> bool:
    path = Path(entry.tb_frame.f_code.co_filename)
    return path.is_relative_to(ENGINE) and not path.is_relative_to(suites)


def _joined(entries: list[TracebackType]) -> TracebackType | None:
    """Return one traceback that goes through these entries."""
    joined = None
    for entry in reversed(entries):
        joined = TracebackType(joined, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
    return joined


def _shown(value: object) -> str:
    text = pprint.pformat(value, width=100)
    text = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return f"\n{text}" if "\n" in text else text
