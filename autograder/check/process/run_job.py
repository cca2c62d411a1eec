"""One job of a judging process: load a file, judge each exercise, and report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import torch

from ..course import Exercise, read_course
from ..messages import NOTHING
from ..model import Layer, State, Text
from ..report.from_verdicts import report
from ..report.report import CaseReport, ExerciseReport, Job
from ..verdicts import check_exercise
from . import student_file
from .messages import Begun, Done, Problems

BROKEN = Text("代码有语法错误，改好之后再检查。", "The code has a syntax error: mend it first.")


def warm_up() -> None:
    """Do once what is slow the first time."""
    read_course()
    weight = torch.ones(2, 2, requires_grad=True)
    (weight @ torch.ones(2, 2)).sum().backward()  # type: ignore[no-untyped-call]
    torch.manual_seed(0)


def run_job(job: Job) -> Iterator[object]:
    """Load the file of a job and yield what a judging process says, up to `Done`."""
    student_file.leave_out_checks()
    yield Begun(None)
    loaded = student_file.load(Path(job.file))
    yield Problems(loaded.problems)
    lost = {name for problem in loaded.problems for name in problem.names}
    assignment = read_course()[job.assignment]
    for exercise in assignment.exercises:
        if exercise.name not in job.without:
            yield Begun(exercise.name)
            broken = exercise.name not in loaded.names and exercise.name in lost
            yield (
                _broken(exercise)
                if broken
                else report(check_exercise(assignment, exercise, loaded.names), exercise.section)
            )
    yield Done()


def _broken(exercise: Exercise) -> ExerciseReport:
    """Return the report on an exercise that is not there because its code has a syntax error."""
    case = CaseReport(NOTHING, State.failed, Layer.there, BROKEN)
    return ExerciseReport(exercise.name, exercise.title, exercise.points, State.failed, (case,))
