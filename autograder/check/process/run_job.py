"""One job of a judging process: load a file, judge each exercise, and report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from .. import libraries
from ..course import Exercise, cases_module, cases_of, read_course
from ..errors.explain import explain
from ..messages import NOTHING, fill
from ..model import Layer, State, Text
from ..report.from_verdicts import report
from ..report.report import CaseReport, ExerciseReport, Job, Problem
from ..student_error import error_text
from ..verdicts import check_exercise
from . import student_file
from .messages import Begun, Done, Problems
from .reading import Unreadable

NO_CASES = Text(
    "公开示例 cases/{name}.py 无法载入，各题都没有检查",
    "The public cases, cases/{name}.py, cannot be loaded; nothing was checked",
)
BROKEN = Text("代码有语法错误，改好之后再检查。", "The code has a syntax error: mend it first.")


def warm_up() -> None:
    """Do once what is slow the first time."""
    libraries.warm_up()
    for assignment in read_course():
        with suppress(Exception):  # whoever is asked for it finds out
            cases_module(assignment)


def run_job(job: Job) -> Iterator[object]:
    """Load the file of a job and yield what a judging process says, up to `Done`."""
    path = Path(job.file)
    student_file.leave_out_checks()
    student_file.prepare(path)
    yield Begun(None)
    try:
        loaded = student_file.load(path)
    except Unreadable as error:
        yield from (Problems((student_file.unreadable(path, error),)), Done())
        return
    if problem := _problem_of_cases(job.assignment):
        yield from (Problems((problem,)), Done())
        return
    yield Problems(loaded.problems)
    lost = {name for problem in loaded.problems for name in problem.names}
    assignment = read_course()[job.assignment]
    for exercise in assignment.exercises:
        if exercise.name not in job.without:
            count = len(cases_of(assignment.name, exercise.name))
            yield Begun(exercise.name, count)
            broken = exercise.name not in loaded.names and exercise.name in lost
            yield (
                _broken(exercise, count)
                if broken
                else report(check_exercise(assignment, exercise, loaded.names), exercise.section)
            )
    yield Done()


def _problem_of_cases(assignment: str) -> Problem | None:
    """Return why the public cases cannot be loaded, such as a library that is not installed; None where they can."""
    try:
        cases_module(assignment)
    except Exception as error:
        text = error_text(error)
        explained = explain(type(error).__name__, str(error))
        return Problem(fill(NO_CASES, name=assignment), Text(text, text), explained)
    return None


def _broken(exercise: Exercise, count: int) -> ExerciseReport:
    """Return the report on an exercise that is not there because its code has a syntax error."""
    case = CaseReport(NOTHING, State.failed, Layer.there, BROKEN)
    return ExerciseReport(exercise.name, exercise.title, exercise.points, State.failed, (case,), count=count)
