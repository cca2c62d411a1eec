"""One cause is told once: a later check of an exercise that has the same cause refers to the first."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from autograder.course.outcome import Outcome
from autograder.course.text import Text, join
from autograder.results.model import CheckResult, ExerciseResult

SAME = Text("原因同“{title}”。", "The same cause as in “{title}”.")
TOLD = {Outcome.FAILED, Outcome.NOT_RUN}
SHORT = 16  # characters of Chinese; what is so short is no longer than the reference to it


def say_once(result: ExerciseResult) -> ExerciseResult:
    """Return a result in which every message of an exercise stands once."""
    return replace(result, checks=tuple(_each_once(result.checks)))


def _each_once(checks: tuple[CheckResult, ...]) -> Iterator[CheckResult]:
    titles = {check.name: check.title for check in checks}
    first: dict[Text, str] = {}  # by its message, the first check that has it
    for check in checks:
        if check.outcome not in TOLD:
            yield check
            continue
        own_words = [] if check.message in first else [check.message]
        cause = check.cause or first.get(check.message)
        if len(check.message.zh) > SHORT:
            first.setdefault(check.message, check.name)
        if cause is None:
            yield check
        else:
            yield replace(check, message=join([*own_words, SAME.format(title=titles[cause])]), cause=cause)
