"""One job of a judging process: load a file, judge each exercise, and report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import torch

from . import student_file
from .course import read_course
from .report import Job
from .report_verdicts import report
from .spare_worker import Begun, Done, Problems
from .verdicts import check_exercise


def warm_up() -> None:
    """Do once what is slow the first time."""
    read_course()
    weight = torch.ones(2, 2, requires_grad=True)
    (weight @ torch.ones(2, 2)).sum().backward()  # type: ignore[no-untyped-call]
    torch.manual_seed(0)


def judge(job: Job) -> Iterator[object]:
    """Load the file of a job and yield what a judging process says, up to `Done`."""
    yield Begun(None)
    loaded = student_file.load(Path(job.file))
    yield Problems(loaded.problems)
    assignment = read_course()[job.assignment]
    for exercise in assignment.exercises:
        if exercise.name not in job.without:
            yield Begun(exercise.name)
            yield report(check_exercise(assignment, exercise, loaded.names))
    yield Done()
