"""Naming mistakes: a student's replies are compared with those of each known-wrong answer to the same requests.

A misconception is named when it fails the same checks as the student, with the same replies in each of them. Where two
misconceptions match, none is named. An answer with two mistakes fails the checks of both: two misconceptions are named
where each fails some of these checks with the same replies, both together fail all of them, and no other two do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.outcome import Outcome
from autograder.grading.evidence import CheckRun, Evidence, ExerciseRun
from autograder.mistakes.behaviour import behaviour
from autograder.mistakes.catalogue import Misconception, load_misconceptions
from autograder.mistakes.hints import with_hints
from autograder.mistakes.known_check import KnownCheck
from autograder.mistakes.known_runs import Checks, KnownRuns
from autograder.mistakes.named import Match, named_result, two_that_explain, with_two_names
from autograder.mistakes.same_reply import same_reply
from autograder.results.model import ExerciseResult
from autograder.submissions.answer_code import answer_code

PAIR = 2
DECIDED = {Outcome.PASSED, Outcome.FAILED, Outcome.NOT_RUN}  # not run: it waits for what fails in another check
Agrees = Callable[[CheckRun, KnownCheck], bool]


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
        if pair := self._two_mistakes(assignment, run):
            return with_two_names(run, pair)
        result, key = with_hints(run, cells), behaviour(run, self._seed)
        return replace(result, behaviour=key, answer=answer_code(cells, run.exercise.name)) if key else result

    def matches(self, assignment: Assignment, run: ExerciseRun) -> list[Match]:
        """Return every misconception that explains the failed checks of an exercise."""
        explained = _explained(run)
        return [(one, explained) for one, _ in self._agreeing(assignment, run, _agrees)] if explained else []

    def _two_mistakes(self, assignment: Assignment, run: ExerciseRun) -> tuple[Match, Match] | None:
        """Return the only two misconceptions that explain the failed checks together, or None."""
        explained = _explained(run)
        if len(explained) < PAIR:
            return None
        places = {check.result.name: index for index, check in enumerate(run.checks)}
        parts = [
            (one, {places[known.name] for known in checks if known.outcome is Outcome.FAILED} & explained)
            for one, checks in self._agreeing(assignment, run, _agrees_where_it_fails)
        ]
        return two_that_explain(explained, parts)

    def _agreeing(
        self, assignment: Assignment, run: ExerciseRun, agree: Agrees
    ) -> Iterator[tuple[Misconception, Checks]]:
        """Yield the misconceptions all of whose checks agree with those of a student."""
        checks = {check.result.name: check for check in run.checks}
        for one in self._misconceptions[run.exercise.name]:
            found = self._known.agreeing(
                assignment, run.exercise, one, lambda known: agree(checks[known.name], known), len(checks)
            )
            if found is not None:
                yield one, found


def _explained(run: ExerciseRun) -> set[int]:
    """Return the indices of the checks that a mistake explains; none where a check ended in no result of its own."""
    if any(check.result.outcome not in DECIDED for check in run.checks):
        return set()
    return {index for index, check in enumerate(run.checks) if _tells_a_mistake(check)}


def _agrees(check: CheckRun, known: KnownCheck) -> bool:
    """Tell whether a check ended in the same way for a student and for a misconception, with the same replies."""
    if check.result.outcome is not known.outcome:
        return False
    return not _tells_a_mistake(check) or _same_evidence(check.evidence, known.evidence)


def _agrees_where_it_fails(check: CheckRun, known: KnownCheck) -> bool:
    """Tell whether a check that a misconception does not pass ended in the same way for a student."""
    return known.outcome is Outcome.PASSED or _agrees(check, known)


def _tells_a_mistake(check: CheckRun) -> bool:
    """Tell whether a check failed by what the student's code replied, or by the rule of own work."""
    seen = check.evidence
    return check.result.outcome is Outcome.FAILED and (seen.ready_made or bool(seen.replies))


def _same_evidence(student: Evidence, known: Evidence) -> bool:
    if student.ready_made or known.ready_made:
        return student.ready_made and known.ready_made
    return len(student.replies) == len(known.replies) and all(map(same_reply, student.replies, known.replies))
