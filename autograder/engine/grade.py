"""Grading one hand-in: read it, load it in a worker, run its checks, score it."""

from __future__ import annotations

import ast
import functools
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from autograder.engine.fingerprint import Fingerprints
from autograder.engine.result import ExerciseResult, Result, broken_result, join
from autograder.engine.session import Session, describe_note
from autograder.engine.suites import Suites
from autograder.engine.zygote import Zygote
from autograder.errors import GraderError
from autograder.manifest import SUITES, Assignment, Course
from autograder.submission.find import Handin
from autograder.submission.read import NotGradable, Submission, read_submission
from autograder.text import Text

BESIDE = SUITES / "beside"
SHOWN_NOTES = 3
ALIKE_RUNS = 3  # what the machine did to a worker does not happen three times at the same place
MOST_RUNS = 6
SKIPPED_STATEMENT = Text("有语句没有执行成功，已跳过：{note}。", "A statement did not run and was skipped: {note}.")


class Judged(NamedTuple):
    """What was made of a submission: its exercises, remarks on the whole, and whether anything of it could be run."""

    exercises: tuple[ExerciseResult, ...]
    message: Text
    gradable: bool


class Grader:
    """Grades hand-ins one after another with one warm parent."""

    def __init__(self, course: Course, suites: Suites, zygote: Zygote, seed: str) -> None:
        self._course = course
        self._suites = suites
        self._zygote = zygote
        self._seed = seed
        self._fingerprints = Fingerprints(course, seed, zygote.level.name)

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
        handin = handin.loaded(self._course.limits)
        assignment = self._course.assignments[handin.assignment]
        judged, fingerprint = self._judge(assignment, handin), self._fingerprints.of(handin)
        duration, level = time.monotonic() - started, self._zygote.level.name
        return Result(
            handin.student,
            assignment,
            judged.gradable,
            judged.message,
            level,
            self._seed,
            duration,
            judged.exercises,
            fingerprint,
        )

    def _judge(self, assignment: Assignment, handin: Handin) -> Judged:
        try:
            source = self._course.notebook(assignment.name)
            submission = with_course_files(read_submission(handin, self._course.limits, source))
        except NotGradable as problem:
            return self._not_gradable(assignment, problem)
        return self._judge_until_sure(assignment, submission)

    def _judge_until_sure(self, assignment: Assignment, submission: Submission) -> Judged:
        """Judge a submission; where a worker was struck, only what happens several times alike is held against it."""
        seen: Counter[Judged] = Counter()
        for _ in range(MOST_RUNS):
            self._suites.faults.clear()
            judged, struck = self._run(assignment, submission)
            if judged is not None:
                seen[judged] += 1
                if not struck or seen[judged] == ALIKE_RUNS:
                    return judged
        raise GraderError(f"Something outside the grader killed its workers in each of {MOST_RUNS} runs.")

    def _run(self, assignment: Assignment, submission: Submission) -> tuple[Judged | None, bool]:
        """Judge a submission once; tell as well whether something killed a worker meanwhile, so that it may fail."""
        given = given_sources(self._course.solution(assignment.name), assignment.given)
        session = Session(self._zygote, submission, given, self._course.limits)
        try:
            session.load()
            exercises = self._suites.run(assignment, session)
            return Judged(exercises, join([*submission.notes, *_notes(session)]), True), session.struck
        except NotGradable as problem:
            return self._not_gradable(assignment, problem), session.struck
        except GraderError:
            if not session.struck:
                raise
            return None, True
        finally:
            session.close()

    def _not_gradable(self, assignment: Assignment, problem: NotGradable) -> Judged:
        return Judged(self._suites.not_run(assignment, problem.message), problem.message, False)


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
