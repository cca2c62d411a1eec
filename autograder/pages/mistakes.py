"""The mistakes of an exercise as a student reads them: each said once, with the checks that it cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.course.outcome import Outcome
from autograder.course.text import LANGUAGES, NO_TEXT, Text
from autograder.results.example import Example
from autograder.results.model import CheckResult, ExerciseResult
from autograder.results.say_once import SAME


@dataclass(frozen=True)
class Cost:
    """A check that a mistake cost, and what its message says of it alone."""

    check: CheckResult
    words: Text = NO_TEXT


@dataclass(frozen=True)
class Mistake:
    """One reason why checks did not pass: what happened, the known mistake behind it, and what is added to that.

    `example` is a public case where it shows, if there is one.
    """

    words: Text
    known: Text
    more: Text
    costs: tuple[Cost, ...]
    example: Example | None

    @property
    def cells(self) -> int:
        """How many cells the tables of the example have."""
        one = self.example
        tables = (*one.arguments, *one.expected, *one.got, *one.difference) if one else ()
        return sum(len(row) for table in tables for row in table.cells)

    @property
    def outcome(self) -> Outcome:
        """How the check ended that tells the mistake."""
        return self.costs[0].check.outcome


def mistakes_of(exercise: ExerciseResult, explanations: Mapping[str, Text]) -> tuple[Mistake, ...]:
    """Return why checks of an exercise did not pass; `explanations` has how each known mistake is told, by its name."""
    checks = {check.name: check for check in exercise.checks}
    groups: dict[Text, list[CheckResult]] = {}
    for check in exercise.checks:
        if check.outcome is not Outcome.PASSED:
            groups.setdefault(_first(check, checks).message, []).append(check)
    return tuple(_mistake(message, group, checks, explanations) for message, group in groups.items())


def _first(check: CheckResult, checks: Mapping[str, CheckResult]) -> CheckResult:
    """Return the check that tells why another one failed."""
    seen = {check.name}
    while check.cause is not None and check.cause in checks and check.cause not in seen:
        check = checks[check.cause]
        seen.add(check.name)
    return check


def _mistake(
    message: Text, group: Sequence[CheckResult], checks: Mapping[str, CheckResult], explanations: Mapping[str, Text]
) -> Mistake:
    known = explanations.get(group[0].misconception or "", NO_TEXT)
    chinese, english = _split(message.zh, known.zh), _split(message.en, known.en)
    if not (chinese[1] and english[1]):  # the mistake has been worded anew since
        chinese, english = (message.zh, "", ""), (message.en, "", "")
    words, name, more = (Text(*pair) for pair in zip(chinese, english, strict=True))
    example = next((check.example for check in group if isinstance(check.example, Example)), None)
    return Mistake(words, name, more, tuple(_cost(check, message, checks) for check in group), example)


def _split(message: str, known: str) -> tuple[str, str, str]:
    """Return what stands before a sentence, the sentence if it is there, and what follows."""
    before, found, after = message.partition(known) if known else (message, "", "")
    return before.strip(), found, after.strip()


def _cost(check: CheckResult, message: Text, checks: Mapping[str, CheckResult]) -> Cost:
    """Return a check with its own words: without those of the mistake, and without the reference to them."""
    if check.message == message or check.cause is None or check.cause not in checks:
        return Cost(check)
    same = SAME.format(title=checks[check.cause].title)
    own = (check.message.in_language(one).removesuffix(same.in_language(one)).strip() for one in LANGUAGES)
    return Cost(check, Text(*own))
