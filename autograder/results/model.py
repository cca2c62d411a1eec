"""Results as they are graded, written and read back; every score in them follows from outcomes and manifest alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from autograder.course.manifest import Assignment, Exercise
from autograder.course.outcome import Outcome
from autograder.course.person import Person
from autograder.course.text import NO_TEXT, Text
from autograder.results.depends import DependsOn
from autograder.results.example import Example

SCHEMA = "autograder/result/2"
OUR_FAULT = Text(
    "评分程序自身出错，没有评分，请联系老师。",
    "The grader itself failed and gives no mark; please tell your teacher.",
)


class ExerciseStatus(StrEnum):
    """The outcome that all checks of an exercise have, or `partial` when some points of several were earned."""

    PASSED = "passed"
    PARTIAL = "partial"
    FAILED = "failed"
    NOT_ATTEMPTED = "not_attempted"
    NOT_RUN = "not_run"
    GRADER_ERROR = "grader_error"


class CheckResult(Struct, frozen=True, gc=False):  # a class has a million of them, and none refers to itself
    """How one check ended; it scores its points if it passed, and a part of them if a known mistake explains it.

    `cause` names the earlier check of the exercise that failed for the same reason; such a check is no new mistake.
    `example` is there where a public check failed by a value that is small enough to be shown.
    """

    name: str
    title: Text
    outcome: Outcome = field(name="status")
    score: float
    max_score: float
    message: Text
    misconception: str | None = None
    cause: str | None = None
    example: Example | UnsetType = UNSET


class ExerciseResult(Struct, frozen=True, omit_defaults=True):
    """An exercise with its checks and its points in the manifest; without a score where the grader failed.

    A wrong answer whose mistake has no name keeps its code in `answer`, and the key that answers which behave alike
    share in `behaviour`.
    """

    name: str
    status: ExerciseStatus
    score: float | None
    max_score: float
    checks: tuple[CheckResult, ...]
    behaviour: str = ""
    answer: str = ""


class Result(Struct, frozen=True, tag_field="schema", tag=SCHEMA, omit_defaults=True):
    """One student's result for one assignment; without a score if the grader failed on any exercise.

    `person` is there where a roster or a platform says more of the student than the name of the folder, and `remark`,
    with which `message` begins, where the file was chosen among several or has another name.
    `depends_on` is not there where the grading process died, nor in results from before there was one.
    """

    student: str
    assignment: str
    status: Literal["graded", "not_gradable"]
    message: Text
    score: float | None
    max_score: float
    isolation: str
    seed: str
    fingerprint: str
    duration: float
    exercises: tuple[ExerciseResult, ...]
    depends_on: DependsOn | None = None
    person: Person | None = None
    remark: Text = NO_TEXT


def check_result(name: str, title: Text, points: float, outcome: Outcome, message: Text = NO_TEXT) -> CheckResult:
    """Return the result of a check."""
    return CheckResult(name, title, outcome, points if outcome is Outcome.PASSED else 0.0, points, message)


def exercise_result(exercise: Exercise, checks: Sequence[CheckResult]) -> ExerciseResult:
    """Return the result of an exercise with its score."""
    earned = min(sum(check.score for check in checks), exercise.points)
    status = _status({check.outcome for check in checks}, earned)
    score = None if status is ExerciseStatus.GRADER_ERROR else float(round(earned, 6))
    return ExerciseResult(exercise.name, status, score, float(exercise.points), tuple(checks))


def _status(outcomes: set[Outcome], earned: float) -> ExerciseStatus:
    if Outcome.GRADER_ERROR in outcomes or not outcomes:
        return ExerciseStatus.GRADER_ERROR
    if len(outcomes) == 1 and outcomes != {Outcome.FAILED}:
        return ExerciseStatus(*outcomes)
    return ExerciseStatus.PARTIAL if earned or Outcome.PASSED in outcomes else ExerciseStatus.FAILED


def submission_result(
    student: str,
    assignment: Assignment,
    gradable: bool,
    message: Text,
    isolation: str,
    seed: str,
    duration: float,
    exercises: Sequence[ExerciseResult],
    fingerprint: str = "",
    depends_on: DependsOn | None = None,
) -> Result:
    """Return the result of a submission with its score; `duration` is in seconds."""
    scores = [exercise.score for exercise in exercises]
    known = [score for score in scores if score is not None]
    return Result(
        student=student,
        assignment=assignment.name,
        status="graded" if gradable else "not_gradable",
        message=message,
        score=float(round(sum(known), 6)) if len(known) == len(scores) else None,
        max_score=float(assignment.points),
        isolation=isolation,
        seed=seed,
        fingerprint=fingerprint,
        duration=round(duration, 4),
        exercises=tuple(exercises),
        depends_on=depends_on,
    )


def broken_result(student: str, assignment: Assignment, seed: str) -> Result:
    """Return the result of a hand-in at which the grader itself failed: no scores, and no checks to show."""
    exercises = [exercise_result(exercise, ()) for exercise in assignment.exercises]
    return submission_result(student, assignment, True, OUR_FAULT, "none", seed, 0.0, exercises)
