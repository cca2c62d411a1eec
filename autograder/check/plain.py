"""A verdict in a few plain lines, each as a `Text`."""

from __future__ import annotations

from collections.abc import Iterator

from . import messages
from .kinds.shown import one_line
from .messages import fill
from .model import CaseVerdict, ExerciseVerdict, Raises, State, Text

LONGEST = 150  # characters of a value that are shown


def plain_lines(verdict: ExerciseVerdict) -> list[Text]:
    """Return what to tell of an exercise: how many cases pass, the first that does not, and the known mistake."""
    return [*_lines(verdict)]


def _lines(verdict: ExerciseVerdict) -> Iterator[Text]:
    passed = sum(case.state is State.passed for case in verdict.cases)
    counts = {"name": verdict.exercise, "passed": passed, "all": len(verdict.cases)}
    if verdict.state is State.not_attempted:
        yield fill(messages.NOT_WRITTEN, name=verdict.exercise)
        return
    if verdict.state is State.too_slow and verdict.mistake is not None:
        yield fill(messages.CASE, title=f"✗ {verdict.exercise}", message=verdict.mistake)
        return
    yield fill(messages.ALL_PASSED if verdict.state is State.passed else messages.NOT_PASSED, **counts)
    first = next((case for case in verdict.cases if case.state is not State.passed), None)
    if first is not None and first.message is not None:
        yield fill(messages.CASE, title=first.case.about, message=first.message)
        yield from _values(first)
    yield from filter(None, (verdict.mistake, verdict.warning))


def _values(verdict: CaseVerdict) -> Iterator[Text]:
    """Yield what was got and what is expected, where both are known."""
    if verdict.layer == "values" and verdict.got is not None and not isinstance(verdict.case.expected, Raises):
        yield fill(messages.GOT, value=_short(verdict.got))
        yield fill(messages.EXPECTED, value=_short(verdict.case.expected))


def _short(value: object) -> str:
    text = one_line(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
