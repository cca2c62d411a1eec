"""Naming mistakes: a student's replies are compared with those of each known-wrong answer to the same requests.

The requests of a check depend on nothing but the course seed, so what a misconception replies is found once
and kept. A misconception is named when it fails the checks the student fails and no other, and replied the same
in each of them; where two would be named, none is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from autograder.course.errors import GraderError, NotGradable
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.outcome import Outcome
from autograder.grading.evidence import Evidence, Judgement
from autograder.grading.judge import Judge
from autograder.mistakes.catalogue import Misconception, load_misconceptions
from autograder.mistakes.same_reply import same_reply
from autograder.results.model import CheckResult, ExerciseResult, join

JUDGED = {Outcome.PASSED, Outcome.FAILED}


class Diagnosis:
    """The misconceptions of some exercises, each judged when the first mistake in its exercise is seen."""

    def __init__(self, course: Course, exercises: Iterable[Exercise], judge: Judge) -> None:
        """Read the misconceptions; raise `GraderError` where one is not in form."""
        self._judge = judge
        self._misconceptions = {e.name: load_misconceptions(course, e.name) for e in exercises}
        self._known: dict[str, list[Judgement]] = {}

    def explain(self, assignment: Assignment, judgement: Judgement) -> ExerciseResult:
        """Return the result of an exercise with its mistake named, where exactly one misconception is a match."""
        matches = self.matches(assignment, judgement)
        return _named(judgement.result, *matches[0]) if len(matches) == 1 else judgement.result

    def matches(self, assignment: Assignment, judgement: Judgement) -> list[tuple[Misconception, set[int]]]:
        """Return every misconception that explains an exercise's failed checks, with the indices of these."""
        if not any(_can_tell(check, seen) for check, seen in judgement.checks()):
            return []
        exercise = judgement.result.exercise
        pairs = zip(self._misconceptions[exercise.name], self._judged(assignment, exercise), strict=True)
        return [(misconception, checks) for misconception, known in pairs if (checks := explained(judgement, known))]

    def _judged(self, assignment: Assignment, exercise: Exercise) -> list[Judgement]:
        if exercise.name not in self._known:
            try:
                self._known[exercise.name] = [
                    self._judge.judge_alone(assignment, exercise, misconception.source)
                    for misconception in self._misconceptions[exercise.name]
                ]
            except NotGradable as problem:
                raise GraderError(f"A misconception of {exercise.name} cannot be run: {problem}") from None
        return self._known[exercise.name]


def explained(student: Judgement, known: Judgement) -> set[int]:
    """Return which failed checks (by index) a misconception explains; none if it does not match in all of them."""
    found: set[int] = set()
    for index, ((check, seen), (known_check, known_seen)) in enumerate(
        zip(student.checks(), known.checks(), strict=True)
    ):
        if check.outcome is not known_check.outcome or check.outcome not in JUDGED:
            return set()
        if _can_tell(check, seen):
            if not _alike(seen, known_seen):
                return set()
            found.add(index)
    return found


def _can_tell(check: CheckResult, seen: Evidence) -> bool:
    """Tell whether a check failed by what the student's code replied, or by the rule of own work."""
    return check.outcome is Outcome.FAILED and (seen.ready_made or bool(seen.replies))


def _alike(student: Evidence, known: Evidence) -> bool:
    if student.ready_made or known.ready_made:
        return student.ready_made and known.ready_made
    return len(student.replies) == len(known.replies) and all(map(same_reply, student.replies, known.replies))


def _named(result: ExerciseResult, misconception: Misconception, indices: set[int]) -> ExerciseResult:
    checks = tuple(
        replace(check, misconception=misconception.name, message=join([check.message, misconception.explanation]))
        if index in indices
        else check
        for index, check in enumerate(result.checks)
    )
    return replace(result, checks=checks)
