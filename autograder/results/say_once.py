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
    first: dict[Text, str] = {}
    for check in checks:
        if check.outcome not in TOLD:
            yield check
        elif check.message in first:
            cause = first[check.message]
            yield replace(check, message=SAME.format(title=titles[cause]), cause=cause)
        else:
            if len(check.message.zh) > SHORT:
                first[check.message] = check.name
            yield check if check.cause is None else _referring(check, titles[check.cause])


def _referring(check: CheckResult, title: Text) -> CheckResult:
    """Return a check with a message of its own that refers to another one for its cause."""
    return replace(check, message=join([check.message, SAME.format(title=title)]))
