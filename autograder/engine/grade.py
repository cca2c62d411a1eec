"""Grading one hand-in: read it, load it in a worker, run its checks, score it."""

from __future__ import annotations

import ast
import functools
import time
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from autograder.engine.result import ExerciseResult, Result, broken_result, join
from autograder.engine.session import Session, describe_note
from autograder.engine.suites import FOLDER, Suites
from autograder.engine.zygote import Zygote
from autograder.manifest import Assignment, Course
from autograder.submission.find import Handin
from autograder.submission.read import NotGradable, Submission, read_submission
from autograder.text import Text

BESIDE = FOLDER / "beside"
SHOWN_NOTES = 3
SKIPPED_STATEMENT = Text("有语句没有执行成功，已跳过：{note}。", "A statement did not run and was skipped: {note}.")


class Grader:
    """Grades hand-ins one after another with one warm parent."""

    def __init__(self, course: Course, suites: Suites, zygote: Zygote, seed: str) -> None:
        self._course = course
        self._suites = suites
        self._zygote = zygote
        self._seed = seed

    def grade(self, handin: Handin) -> tuple[Result, list[str]]:
        """Return the result of one hand-in, whatever is wrong with it, and the tracebacks of faults of ours."""
        self._suites.faults.clear()
        try:
            result = self._grade(handin)
        except Exception:  # nothing about one hand-in may stop the class; the fault is shown and the marks withheld
            self._suites.faults.append(traceback.format_exc())
            result = broken_result(handin.student, self._course.assignments[handin.assignment], self._seed)
        return result, list(self._suites.faults)

    def _grade(self, handin: Handin) -> Result:
        started = time.monotonic()
        assignment = self._course.assignments[handin.assignment]
        try:
            source = self._course.notebook(assignment.name)
            submission = read_submission(handin, self._course.limits, source)
            (exercises, message), gradable = self._judge(assignment, submission), True
        except NotGradable as problem:
            exercises, message, gradable = self._suites.not_run(assignment, problem.message), problem.message, False
        duration, level = time.monotonic() - started, self._zygote.level.name
        return Result(handin.student, assignment, gradable, message, level, self._seed, duration, exercises)

    def _judge(self, assignment: Assignment, submission: Submission) -> tuple[tuple[ExerciseResult, ...], Text]:
        given = given_sources(self._course.solution(assignment.name), assignment.given)
        session = Session(self._zygote, with_course_files(submission), given, self._course.limits)
        try:
            session.load()
            return self._suites.run(assignment, session), join([*submission.notes, *_notes(session)])
        finally:
            session.close()


def _notes(session: Session) -> Iterator[Text]:
    for note in session.notes[:SHOWN_NOTES]:
        yield SKIPPED_STATEMENT.format(note=describe_note(note))


def with_course_files(submission: Submission) -> Submission:
    """Put the course's own helper modules beside a submission that does not bring its own of that name."""
    taken = {Path(name).parts[0].removesuffix(".py") for name in submission.files}
    ours = {name: data for name, data in course_files().items() if Path(name).parts[0] not in taken}
    return replace(submission, files=ours | submission.files)


@functools.cache
def course_files() -> dict[str, bytes]:
    """Return the files every submission finds beside it, by relative path."""
    return {str(path.relative_to(BESIDE)): path.read_bytes() for path in sorted(BESIDE.rglob("*.py"))}


@functools.cache
def given_sources(solution: Path, names: tuple[str, ...]) -> dict[str, str]:
    """Return the source of the functions that an assignment gives to every submission."""
    text = solution.read_text(encoding="utf-8")
    nodes = {node.name: node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}
    return {name: ast.get_source_segment(text, nodes[name]) or "" for name in names}
