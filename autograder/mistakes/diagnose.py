"""Naming mistakes: a student's replies are compared with those of each known-wrong answer to the same requests.

A misconception is named when it fails the same checks as the student, with the same replies in each of them. Where two
misconceptions match, none is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.outcome import Outcome
from autograder.course.text import Text, join
from autograder.grading.evidence import CheckRun, Evidence, ExerciseRun
from autograder.mistakes.behaviour import behaviour
from autograder.mistakes.catalogue import Misconception, load_misconceptions
from autograder.mistakes.hints import with_hints
from autograder.mistakes.known_check import KnownCheck
from autograder.mistakes.known_runs import KnownRuns
from autograder.mistakes.same_reply import has_values, same_reply
from autograder.results.model import CheckResult, ExerciseResult, exercise_result
from autograder.submissions.answer_code import answer_code

LEAST = 0.2  # of an exercise's points, which an answer keeps whose only mistake is a known one
CREDIT = Text(
    "（已认出这个错误，因此保留一部分分数。）", "(This mistake was recognised, so part of the points is kept.)"
)
DECIDED = {Outcome.PASSED, Outcome.FAILED, Outcome.NOT_RUN}  # not run: it waits for what fails in another check
Match = tuple[Misconception, set[int]]  # a misconception, and the indices of the checks that it explains


class Diagnosis:
    """The misconceptions of some exercises; those of an exercise are run when its first mistake is seen."""

    def __init__(self, course: Course, exercises: Iterable[Exercise], known: KnownRuns, seed: str) -> None:
        """Read the misconceptions; raise `GraderError` where one is not in form."""
        self._known = known
        self._seed = seed
        self._misconceptions = {e.name: load_misconceptions(course, e.name) for e in exercises}

    def explain(self, assignment: Assignment, run: ExerciseRun, cells: Sequence[str]) -> ExerciseResult:
        """Return the result of an exercise, with its mistake named where exactly one misconception matches.

        Where none matches, hints take the place of its name; `cells` is the submission's code.
        """
        if matches := self.matches(assignment, run):
            return named_result(run, matches)
        result, key = with_hints(run, cells), behaviour(run, self._seed)
        return replace(result, behaviour=key, answer=answer_code(cells, run.exercise.name)) if key else result

    def matches(self, assignment: Assignment, run: ExerciseRun) -> list[Match]:
        """Return every misconception that explains the failed checks of an exercise."""
        explained = {index for index, check in enumerate(run.checks) if _tells_a_mistake(check)}
        if not explained or any(check.result.outcome not in DECIDED for check in run.checks):
            return []
        checks = {check.result.name: check for check in run.checks}

        def agrees(known: KnownCheck) -> bool:
            return _agrees(checks[known.name], known)

        return [
            (misconception, explained)
            for misconception in self._misconceptions[run.exercise.name]
            if self._known.agreeing(assignment, run.exercise, misconception, agrees, len(checks))
        ]


def _agrees(check: CheckRun, known: KnownCheck) -> bool:
    """Tell whether a check ended in the same way for a student and for a misconception, with the same replies."""
    if check.result.outcome is not known.outcome:
        return False
    return not _tells_a_mistake(check) or _same_evidence(check.evidence, known.evidence)


def _tells_a_mistake(check: CheckRun) -> bool:
    """Tell whether a check failed by what the student's code replied, or by the rule of own work."""
    seen = check.evidence
    return check.result.outcome is Outcome.FAILED and (seen.ready_made or bool(seen.replies))


def _same_evidence(student: Evidence, known: Evidence) -> bool:
    if student.ready_made or known.ready_made:
        return student.ready_made and known.ready_made
    return len(student.replies) == len(known.replies) and all(map(same_reply, student.replies, known.replies))


def named_result(run: ExerciseRun, matches: Sequence[Match]) -> ExerciseResult:
    """Return the result of an exercise; where just one misconception matches, it is named and may earn some credit."""
    if len(matches) != 1:
        return run.result
    misconception, explained = matches[0]
    part = _kept_part(run.result, explained) if misconception.credit and _computes(run) else 0.0
    told = [misconception.explanation, *([CREDIT] if part else [])]
    first = min(explained)
    checks = [
        _explained(check, misconception, part) if index in explained else check
        for index, check in enumerate(run.result.checks)
    ]
    for index in explained - {first}:
        checks[index] = replace(checks[index], cause=checks[first].name)
    checks[first] = replace(checks[first], message=join([checks[first].message, *told]))
    return exercise_result(run.exercise, checks)


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


def _explained(check: CheckResult, misconception: Misconception, part: float) -> CheckResult:
    """Return a failed check with the name of its mistake and this part of its points."""
    return replace(check, misconception=misconception.name, score=part * check.max_score)
