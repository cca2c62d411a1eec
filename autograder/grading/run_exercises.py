"""Running the suites of some exercises against one loaded submission."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from autograder.checks.loaded import LoadedSubmission
from autograder.course.manifest import Assignment, Exercise
from autograder.course.outcome import Outcome
from autograder.course.text import Text
from autograder.grading.check import Check
from autograder.grading.collect import Checks
from autograder.grading.evidence import CheckRun, ExerciseRun
from autograder.grading.run_check import run_check
from autograder.results.model import ExerciseResult, exercise_result


def run_exercises(
    checks: Checks,
    assignment: Assignment,
    exercises: Sequence[Exercise],
    submission: LoadedSubmission,
    go_on: Callable[[CheckRun], bool] | None = None,
) -> tuple[ExerciseRun, ...]:
    """Run the checks of some exercises of an assignment: first the public ones, last those that need a setup.

    A public check needs a worker that has seen no hidden case, and a worker with a setup takes the place of one
    without. So this order starts the fewest workers. A check after which `go_on` says no is the last one.
    """
    order = [check for exercise in exercises for check in checks.of(assignment, exercise)]
    order.sort(key=lambda check: (check.needs_setup, not check.public))
    following = _following([check for check in order if check.arguments is None])
    runs: dict[Check, CheckRun] = {}
    known: dict[object, Any] = {}
    for check in order:
        runs[check] = run_check(check, submission, checks.course, checks.seed, following.get(check), known)
        if go_on is not None and not go_on(runs[check]):
            break
    return tuple(
        ExerciseRun(exercise, tuple(runs[check] for check in checks.of(assignment, exercise) if check in runs))
        for exercise in exercises
    )


def not_run(checks: Checks, assignment: Assignment, message: Text) -> tuple[ExerciseResult, ...]:
    """Return every check of an assignment as not run, for the reason in `message`."""
    return tuple(
        exercise_result(exercise, [check.result(Outcome.NOT_RUN, message) for check in checks.of(assignment, exercise)])
        for exercise in assignment.exercises
    )


def _following(by_pytest: Sequence[Check]) -> dict[Check, Check]:
    """Return the next check that pytest runs after each one that it runs, the last one excepted."""
    return dict(pairwise(by_pytest))
