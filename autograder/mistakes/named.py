"""Telling the mistakes of an answer by their names, and the points that one known mistake leaves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from msgspec.structs import replace

from autograder.course.outcome import Outcome
from autograder.course.text import Text, join
from autograder.grading.evidence import ExerciseRun
from autograder.mistakes.catalogue import Misconception
from autograder.mistakes.same_reply import has_values
from autograder.results.model import CheckResult, ExerciseResult, exercise_result

LEAST = 0.2  # of an exercise's points, which an answer keeps whose only mistake is a known one
CREDIT = Text(
    "（已认出这个错误，因此保留一部分分数。）", "(This mistake was recognised, so part of the points is kept.)"
)
Match = tuple[Misconception, set[int]]  # a misconception, and the indices of the checks that it explains


def two_that_explain(explained: set[int], parts: Sequence[Match]) -> tuple[Match, Match] | None:
    """Return the only two misconceptions that explain all these checks together; None where no two or more do.

    Each of them explains a check that the other does not. The second is told of those that the first does not explain.
    """
    pairs = [(one, other) for one, other in combinations(parts, 2) if _need_each_other(one[1], other[1], explained)]
    if len(pairs) != 1:
        return None
    (first, its_checks), (second, others) = sorted(pairs[0], key=lambda match: min(match[1]))
    return (first, its_checks), (second, others - its_checks)


def _need_each_other(one: set[int], other: set[int], explained: set[int]) -> bool:
    return one | other == explained and one != explained and other != explained


def with_two_names(run: ExerciseRun, pair: tuple[Match, Match]) -> ExerciseResult:
    """Return the result of an exercise in which two misconceptions are named; they earn no credit."""
    checks = run.result.checks
    for misconception, explained in pair:
        checks = _with_name(checks, misconception, explained, 0.0)
    return exercise_result(run.exercise, checks)


def named_result(run: ExerciseRun, matches: Sequence[Match]) -> ExerciseResult:
    """Return the result of an exercise; where just one misconception matches, it is named and may earn some credit."""
    if len(matches) != 1:
        return run.result
    misconception, explained = matches[0]
    part = _kept_part(run.result, explained) if misconception.credit and _computes(run) else 0.0
    return exercise_result(run.exercise, _with_name(run.result.checks, misconception, explained, part))


def _with_name(
    checks: tuple[CheckResult, ...], misconception: Misconception, explained: set[int], part: float
) -> tuple[CheckResult, ...]:
    """Return checks of which those that a misconception explains have its name and this part of their points.

    The first of them tells it, and is the cause of the others.
    """
    first = checks[min(explained)]
    told = [misconception.explanation, *([CREDIT] if part else [])]
    named = list(checks)
    for index in explained:
        cause = first.name if checks[index] is not first else checks[index].cause
        score = part * checks[index].max_score
        named[index] = replace(checks[index], misconception=misconception.name, score=score, cause=cause)
    named[min(explained)] = replace(named[min(explained)], message=join([first.message, *told]))
    return tuple(named)


def _computes(run: ExerciseRun) -> bool:
    """Tell whether a check that is not public passed or had values for a reply; an exception is easily imitated."""
    hidden = [check for check in run.checks if not check.evidence.public]
    return any(
        check.result.outcome is Outcome.PASSED or any(has_values(reply.value) for reply in check.evidence.replies)
        for check in hidden
    )


def _kept_part(result: ExerciseResult, explained: set[int]) -> float:
    """Return which part of the points of the explained checks lifts the exercise to `LEAST` of its points."""
    missing = LEAST * result.max_score - (result.score or 0.0)
    return max(0.0, missing) / sum(result.checks[index].max_score for index in explained)
