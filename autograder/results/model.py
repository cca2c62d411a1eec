"""Results: what became of each check, and the scores, a pure function of outcomes and manifest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from autograder.course.manifest import Assignment, Exercise
from autograder.course.outcome import Outcome
from autograder.course.text import Text

SCHEMA = "autograder/result/1"
NO_TEXT = Text("", "")
OUR_FAULT = Text(
    "评分程序自身出错，没有评分，请联系老师。",
    "The grader itself failed and gives no mark; please tell your teacher.",
)


@dataclass(frozen=True)
class CheckResult:
    """What became of one check."""

    name: str
    title: Text
    points: float
    outcome: Outcome
    message: Text = NO_TEXT
    misconception: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the check as the results format has it."""
        return {
            "name": self.name,
            "title": self.title._asdict(),
            "status": self.outcome.value,
            "score": self.points if self.outcome is Outcome.PASSED else 0.0,
            "max_score": self.points,
            "message": self.message._asdict(),
            "misconception": self.misconception,
        }


@dataclass(frozen=True)
class ExerciseResult:
    """An exercise with its checks; its maximum is what the manifest declares, whatever ran."""

    exercise: Exercise
    checks: tuple[CheckResult, ...]

    @property
    def status(self) -> str:
        """One outcome for the exercise; `partial` when some checks passed and others did not."""
        outcomes = {check.outcome for check in self.checks}
        if Outcome.GRADER_ERROR in outcomes or not outcomes:
            return Outcome.GRADER_ERROR.value
        if len(outcomes) == 1:
            return outcomes.pop().value
        return "partial" if Outcome.PASSED in outcomes else Outcome.FAILED.value

    @property
    def score(self) -> float | None:
        """The points of the passed checks; None where the grader failed, for that is nobody's zero."""
        if self.status == Outcome.GRADER_ERROR:
            return None
        earned = sum(check.points for check in self.checks if check.outcome is Outcome.PASSED)
        return float(round(min(earned, self.exercise.points), 6))

    def as_json(self) -> dict[str, Any]:
        """Return the exercise as the results format has it."""
        return {
            "name": self.exercise.name,
            "status": self.status,
            "score": self.score,
            "max_score": float(self.exercise.points),
            "checks": [check.as_json() for check in self.checks],
        }


@dataclass(frozen=True)
class Result:
    """One student's result for one assignment."""

    student: str
    assignment: Assignment
    gradable: bool
    message: Text
    isolation: str
    seed: str
    duration: float
    exercises: tuple[ExerciseResult, ...] = field(default_factory=tuple)
    fingerprint: str = ""

    @property
    def status(self) -> str:
        """`graded`, or `not_gradable` for a submission that could not be run at all."""
        return "graded" if self.gradable else "not_gradable"

    @property
    def score(self) -> float | None:
        """The sum over the exercises; None if the grader failed on any of them."""
        scores = [exercise.score for exercise in self.exercises]
        known = [score for score in scores if score is not None]
        return float(round(sum(known), 6)) if len(known) == len(scores) else None

    def as_json(self) -> dict[str, Any]:
        """Return the result as the results format has it."""
        return {
            "schema": SCHEMA,
            "student": self.student,
            "assignment": self.assignment.name,
            "status": self.status,
            "message": self.message.both() if self.message.zh else "",
            "score": self.score,
            "max_score": float(self.assignment.points),
            "isolation": self.isolation,
            "seed": self.seed,
            "fingerprint": self.fingerprint,
            "duration": round(self.duration, 4),
            "exercises": [exercise.as_json() for exercise in self.exercises],
        }


def broken_result(student: str, assignment: Assignment, seed: str) -> Result:
    """Return the result of a hand-in at which the grader itself failed: no scores, and no checks to show."""
    exercises = tuple(ExerciseResult(exercise, ()) for exercise in assignment.exercises)
    return Result(student, assignment, True, OUR_FAULT, "none", seed, 0.0, exercises)


def join(sentences: Sequence[Text]) -> Text:
    """Return several sentences as one text."""
    return Text("".join(text.zh for text in sentences), " ".join(text.en for text in sentences))
