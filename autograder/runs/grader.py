"""Grading one hand-in: read it, run the suites against it, name its mistakes, score it."""

from __future__ import annotations

import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.course.errors import NotGradable
from autograder.course.manifest import Assignment
from autograder.course.text import Text, join
from autograder.grading.collect import Checks
from autograder.grading.run_exercises import not_run
from autograder.grading.run_submission import SubmissionRunner
from autograder.mistakes.diagnose import Diagnosis
from autograder.mistakes.kept_runs import KeptRuns
from autograder.mistakes.known_runs import KnownRuns
from autograder.results.digest import Fingerprints
from autograder.results.model import ExerciseResult, Result, broken_result, submission_result
from autograder.results.say_once import say_once
from autograder.runs.skipped import skipped_statements
from autograder.submissions.defined_twice import defined_twice
from autograder.submissions.handin import Handin
from autograder.submissions.read import read_submission
from autograder.workers.fork_server import ForkServer


@dataclass(frozen=True)
class Grade:
    """What a submission is worth: its exercises, remarks on the whole, and the tracebacks of faults of ours."""

    exercises: tuple[ExerciseResult, ...]
    message: Text
    gradable: bool = True
    faults: tuple[str, ...] = ()


class Grader:
    """Grades hand-ins one after another with one fork server."""

    def __init__(self, assignments: Sequence[Assignment], checks: Checks, fork_server: ForkServer) -> None:
        self._course = checks.course
        self._checks = checks
        self._fork_server = fork_server
        self._runner = SubmissionRunner(checks, fork_server)
        exercises = (exercise for assignment in assignments for exercise in assignment.exercises)
        kept = KeptRuns(checks.course, checks.seed, fork_server.level.name)
        self._diagnosis = Diagnosis(checks.course, exercises, KnownRuns(self._runner, kept), checks.seed)
        self._fingerprints = Fingerprints(checks.course, checks.seed, fork_server.level.name)

    def grade(self, handin: Handin) -> tuple[Result, list[str]]:
        """Return the result of one hand-in, whatever is wrong with it, and the tracebacks of faults of ours."""
        try:
            return self._result(handin)
        except Exception:  # nothing about one hand-in may stop the class; the fault is shown and the marks withheld
            assignment = self._course.assignments[handin.assignment]
            return broken_result(handin.student, assignment, self._checks.seed), [traceback.format_exc()]

    def _result(self, handin: Handin) -> tuple[Result, list[str]]:
        started = time.monotonic()
        handin = handin.loaded(self._course.limits_of(handin.assignment))
        assignment = self._course.assignments[handin.assignment]
        grade, parts = self._grade(assignment, handin), self._fingerprints.depends_on(handin)
        result = submission_result(
            handin.student,
            assignment,
            grade.gradable,
            grade.message,
            self._fork_server.level.name,
            self._checks.seed,
            time.monotonic() - started,
            grade.exercises,
            self._fingerprints.of(assignment.name, parts),
            parts,
        )
        return result, list(grade.faults)

    def _grade(self, assignment: Assignment, handin: Handin) -> Grade:
        try:
            source = self._course.notebook(assignment.name)
            submission = read_submission(handin, self._course.limits_of(assignment.name), source)
            run = self._runner.run(submission)
        except NotGradable as problem:
            return Grade(not_run(self._checks, assignment, problem.message), problem.message, gradable=False)
        told = (self._diagnosis.explain(assignment, exercise, submission.cells) for exercise in run.exercises)
        exercises = tuple(map(say_once, told))
        twice = defined_twice(submission.cells, [exercise.name for exercise in assignment.exercises])
        seconds = self._course.limits_of(assignment.name).load_seconds
        skipped = skipped_statements(run.notes, seconds, self._course.libraries)
        message = join([*submission.notes, *skipped, *([twice] if twice else [])])
        return Grade(exercises, message, faults=tuple(run.faults()))
