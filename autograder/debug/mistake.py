"""The name of the known mistake that an answer makes, found as the grader finds it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from msgspec.structs import replace

from autograder.course.errors import UsageError
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.suite_files import STUDENTS_CODE
from autograder.grading.collect import collect_checks
from autograder.grading.evidence import CheckRun, ExerciseRun
from autograder.grading.run_submission import SubmissionRunner
from autograder.in_process.quiet import quiet
from autograder.mistakes.catalogue import Misconception, load_misconceptions
from autograder.mistakes.diagnose import Diagnosis
from autograder.mistakes.kept_runs import KeptRuns
from autograder.mistakes.known_runs import KnownRuns
from autograder.sandbox.levels import UNSANDBOXED, strongest
from autograder.workers.fork_server import ForkServer

NO_SANDBOX = "a known mistake is what a student wrote, and this machine has no sandbox for it."


def matching_mistakes(
    course: Course, assignment: Assignment, exercise: Exercise, runs: Sequence[CheckRun], seed: str
) -> list[Misconception]:
    """Return the known mistakes that explain what failed in all checks of an exercise; they run in workers.

    Raises `GraderError` where the suite or a known mistake is not in form, and `UsageError` where one is what a student
    wrote and this machine has no sandbox.
    """
    level = strongest()
    if level.name == UNSANDBOXED and _has_students_code(course, exercise):
        raise UsageError(NO_SANDBOX)
    alone = replace(assignment, exercises=(exercise,))
    with (
        quiet(),  # the checks of the suite run once more for each mistake
        closing(ForkServer(course, level)) as server,
        collect_checks(course, [alone], seed) as checks,
    ):
        known = KnownRuns(SubmissionRunner(checks, server), KeptRuns(course, seed, server.level.name))
        diagnosis = Diagnosis(course, [exercise], known, seed)
        return [one for one, _ in diagnosis.matches(alone, ExerciseRun(exercise, tuple(runs)))]


def _has_students_code(course: Course, exercise: Exercise) -> bool:
    return any(STUDENTS_CODE in one.source for one in load_misconceptions(course, exercise.name))
