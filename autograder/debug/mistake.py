"""The name of the known mistake that an answer makes, found as the grader finds it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from msgspec.structs import replace

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.grading.collect import collect_checks
from autograder.grading.evidence import CheckRun, ExerciseRun
from autograder.grading.run_submission import SubmissionRunner
from autograder.in_process.quiet import quiet
from autograder.mistakes.catalogue import Misconception
from autograder.mistakes.diagnose import Diagnosis
from autograder.mistakes.kept_runs import KeptRuns
from autograder.mistakes.known_runs import KnownRuns
from autograder.sandbox.levels import strongest
from autograder.workers.fork_server import ForkServer


def matching_mistakes(
    course: Course, assignment: Assignment, exercise: Exercise, runs: Sequence[CheckRun], seed: str
) -> list[Misconception]:
    """Return the known mistakes that explain what failed in all checks of an exercise; they run in workers.

    Raises `GraderError` where the suite or a known mistake is not in form.
    """
    alone = replace(assignment, exercises=(exercise,))
    with (
        quiet(),  # the checks of the suite run once more for each mistake
        closing(ForkServer(course.limits, strongest())) as server,
        collect_checks(course, [alone], seed) as checks,
    ):
        known = KnownRuns(SubmissionRunner(checks, server, course.limits), KeptRuns(course, seed, server.level.name))
        diagnosis = Diagnosis(course, [exercise], known, seed)
        return [one for one, _ in diagnosis.matches(alone, ExerciseRun(exercise, tuple(runs)))]
