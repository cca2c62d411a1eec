"""What the checks of an exercise say of its known-wrong answers; each answer is run as far as it is asked about.

The requests of a check depend on nothing but the course seed, so what is found once holds for every submission.
"""

from __future__ import annotations

from collections.abc import Callable

from autograder.course.errors import GraderError, NotGradable
from autograder.course.manifest import Assignment, Exercise
from autograder.grading.run_submission import SubmissionRunner
from autograder.mistakes.catalogue import Misconception
from autograder.mistakes.kept_runs import KeptRuns
from autograder.mistakes.known_check import KnownCheck, known_check

Agrees = Callable[[KnownCheck], bool]
Checks = tuple[KnownCheck, ...]


class KnownRuns:
    """Runs known-wrong answers; what was found is kept here, and in `kept` for later processes.

    An answer is run until the first check that does not agree with what it is compared with. With `whole` it is run to
    its end, which costs less where every answer will be compared with one that agrees.
    """

    def __init__(self, runner: SubmissionRunner, kept: KeptRuns | None = None, *, whole: bool = False) -> None:
        self._runner = runner
        self._kept = kept
        self._whole = whole
        self._found: dict[tuple[str, str], Checks] = {}

    def agreeing(
        self, assignment: Assignment, exercise: Exercise, misconception: Misconception, agrees: Agrees, count: int
    ) -> Checks | None:
        """Return all `count` checks of an exercise for a misconception where each of them agrees, else None."""
        known = self._known(assignment, exercise, misconception)
        if len(known) < count and all(map(agrees, known)):
            known = self._run(assignment, exercise, misconception, None if self._whole else agrees)
            self._found[exercise.name, misconception.name] = known
            if self._kept is not None:
                self._kept.write(assignment, exercise, misconception, known)
        return known if len(known) == count and all(map(agrees, known)) else None

    def _known(self, assignment: Assignment, exercise: Exercise, misconception: Misconception) -> Checks:
        """Return the checks that are known so far."""
        key = exercise.name, misconception.name
        if key not in self._found:
            kept = () if self._kept is None else self._kept.read(assignment, exercise, misconception)
            self._found[key] = kept
        return self._found[key]

    def _run(
        self, assignment: Assignment, exercise: Exercise, misconception: Misconception, until: Agrees | None
    ) -> Checks:
        """Return the checks of a misconception in the order of the suite, or those up to one that does not agree."""
        go_on = None if until is None else lambda run: until(known_check(run))
        try:
            run = self._runner.run_answer(assignment, exercise, misconception.source, go_on)
        except NotGradable as problem:
            raise GraderError(f"A misconception of {exercise.name} cannot be run: {problem}") from None
        return tuple(map(known_check, run.checks))
