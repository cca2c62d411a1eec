"""One cause is told once: a later check of an exercise with the same message refers to the first."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from autograder.course.outcome import Outcome
from autograder.course.text import Text
from autograder.results.model import CheckResult, ExerciseResult

SAME = Text("原因同“{title}”。", "The same cause as in “{title}”.")
TOLD = {Outcome.FAILED, Outcome.NOT_RUN}
SHORT = 16  # characters of Chinese; what is so short is no longer than the reference to it


def say_once(result: ExerciseResult) -> ExerciseResult:
    """Return a result in which every message of an exercise stands once."""
    return replace(result, checks=tuple(_each_once(result.checks)))


def _each_once(checks: tuple[CheckResult, ...]) -> Iterator[CheckResult]:
    first: dict[Text, Text] = {}
    for check in checks:
        if check.outcome in TOLD and check.message in first:
            yield replace(check, message=SAME.format(title=first[check.message]))
            continue
        if check.outcome in TOLD and len(check.message.zh) > SHORT:
            first[check.message] = check.title
        yield check
