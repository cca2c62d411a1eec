"""An answer whose only mistake is a known one keeps a fifth of its points, if the mistake earns credit at all."""

from __future__ import annotations

import pytest

from autograder.checks.reply import Reply
from autograder.course.manifest import Exercise
from autograder.course.outcome import Outcome
from autograder.course.text import Text
from autograder.grading.evidence import CheckRun, Evidence, ExerciseRun
from autograder.mistakes.catalogue import Misconception
from autograder.mistakes.named import named_result
from autograder.results.model import ExerciseStatus, check_result
from autograder.worker.shared.values import Raised

EXERCISE = Exercise("f", 10.0, Text("f", "f"))
FLIPS, OTHER = (Misconception(name, "", Text("翻转了", "flipped"), "first") for name in ("flips", "other"))
NOTHING = Misconception("constant", "", Text("常数", "a constant"), "first", credit=False)


def run(*outcomes: Outcome, reply: object = 1.5) -> ExerciseRun:
    """Return the run of an exercise with two hidden checks of 4 and 6 points."""
    results = [
        check_result(f"check {number}", Text("", ""), points, outcome)
        for number, (points, outcome) in enumerate(zip((4.0, 6.0), outcomes, strict=True))
    ]
    return ExerciseRun(EXERCISE, tuple(CheckRun(result, Evidence((Reply((), reply),), False)) for result in results))


def test_an_answer_that_fails_everything_by_a_known_mistake_keeps_a_fifth():
    result = named_result(run(Outcome.FAILED, Outcome.FAILED), [(FLIPS, {0, 1})])
    assert (result.score, result.status) == (2.0, ExerciseStatus.PARTIAL)
    assert [check.score for check in result.checks] == pytest.approx([0.8, 1.2])
    assert {check.misconception for check in result.checks} == {"flips"}
    assert ["保留" in check.message.zh for check in result.checks] == [True, False]


def test_passed_checks_count_towards_the_fifth():
    assert named_result(run(Outcome.PASSED, Outcome.FAILED), [(FLIPS, {1})]).score == 4.0


@pytest.mark.parametrize("matches", [[], [(FLIPS, {0, 1}), (OTHER, {0, 1})], [(NOTHING, {0, 1})]])
def test_what_is_not_recognised_or_earns_no_credit_keeps_nothing(matches):
    result = named_result(run(Outcome.FAILED, Outcome.FAILED), matches)
    assert (result.score, result.status) == (0.0, ExerciseStatus.FAILED)


def test_nothing_is_paid_for_exceptions_alone():
    wrong = run(Outcome.FAILED, Outcome.FAILED, reply=Raised(("ValueError",), "ValueError", "no", None, None))
    assert named_result(wrong, [(FLIPS, {0, 1})]).score == 0.0
