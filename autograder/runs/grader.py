"""Grading one hand-in: read it, judge it, name its mistakes, score it."""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from autograder.course.errors import NotGradable
from autograder.course.manifest import Assignment, Course
from autograder.course.text import Text
from autograder.grading.collect import Suites
from autograder.grading.judge import Judge
from autograder.mistakes.diagnose import Diagnosis
from autograder.results.digest import Fingerprints
from autograder.results.model import ExerciseResult, Result, broken_result, join
from autograder.submissions.find import Handin
from autograder.submissions.read import read_submission
from autograder.worker.shared.values import Raised
from autograder.workers.fork_server import ForkServer
from autograder.workers.loader import describe_note

SHOWN_NOTES = 3
SKIPPED_STATEMENT = Text("有语句没有执行成功，已跳过：{note}。", "A statement did not run and was skipped: {note}.")


class Judged(NamedTuple):
    """What was made of a submission: its exercises, remarks on the whole, and whether anything of it could be run."""

    exercises: tuple[ExerciseResult, ...]
    message: Text
    gradable: bool


class Grader:
    """Grades hand-ins one after another with one fork server."""

    def __init__(
        self, course: Course, assignments: Sequence[Assignment], suites: Suites, fork_server: ForkServer, seed: str
    ) -> None:
        self._course = course
        self._suites = suites
        self._fork_server = fork_server
        self._graded = False
        self._seed = seed
        self._judge = Judge(course, suites, fork_server)
        exercises = (exercise for assignment in assignments for exercise in assignment.exercises)
        self._diagnosis = Diagnosis(course, exercises, self._judge)
        self._fingerprints = Fingerprints(course, seed, fork_server.level.name)

    def grade(self, handin: Handin) -> tuple[Result, list[str]]:
        """Return the result of one hand-in, whatever is wrong with it, and the tracebacks of faults of ours."""
        self._suites.faults.clear()
        if self._graded:
            self._fork_server.optimize_for_many()
        self._graded = True
        try:
            result = self._grade(handin)
        except Exception:  # nothing about one hand-in may stop the class; the fault is shown and the marks withheld
            self._suites.faults.append(traceback.format_exc())
            result = broken_result(handin.student, self._course.assignments[handin.assignment], self._seed)
        return result, list(self._suites.faults)

    def _grade(self, handin: Handin) -> Result:
        started = time.monotonic()
        handin = handin.loaded(self._course.limits)
        assignment = self._course.assignments[handin.assignment]
        judged, fingerprint = self._judged(assignment, handin), self._fingerprints.of(handin)
        return Result(
            handin.student,
            assignment,
            judged.gradable,
            judged.message,
            self._fork_server.level.name,
            self._seed,
            time.monotonic() - started,
            judged.exercises,
            fingerprint,
        )

    def _judged(self, assignment: Assignment, handin: Handin) -> Judged:
        try:
            source = self._course.notebook(assignment.name)
            submission = read_submission(handin, self._course.limits, source)
            judgements, notes = self._judge.judge(submission)
        except NotGradable as problem:
            return Judged(self._suites.not_run(assignment, problem.message), problem.message, False)
        exercises = tuple(self._diagnosis.explain(assignment, judgement) for judgement in judgements)
        return Judged(exercises, join([*submission.notes, *_notes(notes)]), True)


def _notes(notes: Sequence[Raised]) -> Iterator[Text]:
    for note in notes[:SHOWN_NOTES]:
        yield SKIPPED_STATEMENT.format(note=describe_note(note))
