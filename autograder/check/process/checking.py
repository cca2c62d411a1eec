"""Having a file judged by spare processes: the report grows exercise by exercise, whatever the answers do."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..course import Exercise, read_course
from ..messages import NOTHING
from ..model import Text
from ..report.report import CaseReport, ExerciseReport, FileReport, Job, Problem
from . import stopped
from .messages import SECONDS, Begun, Done, Problems
from .spare import ENDED, Spare, Spares

START_SECONDS, GRACE_SECONDS = 120, 3
PATIENCE = 0.5


class CannotStart(Exception):
    """The judging process does not start; the message is its own."""


@dataclass
class _Stage:
    """What a judging process was at when it ended: nothing yet, the file, or an exercise."""

    begun: Begun | None = None
    done: bool = False
    ended: bool = False


def check_file(spares: Spares, path: Path, assignment: str, note: Text | None = None) -> Iterator[FileReport]:
    """Judge a file and yield the report as it grows; the last one is whole. `note` says why it was chosen."""
    began = time.perf_counter()
    report = FileReport(assignment, str(path), note=note)
    while True:
        stage, spare = _Stage(), spares.take()
        try:
            without = frozenset(one.name for one in report.exercises)
            spare.give(Job(str(path), assignment, without))
            for grown in _listen(spare, report, stage, spares.refill):
                report = grown
                yield replace(report, seconds=time.perf_counter() - began)
            if spare.closed:  # interrupted: nobody wants this report any more
                return
            if not stage.done:
                report = _with_end(report, stage, spare)
                yield replace(report, seconds=time.perf_counter() - began)
        finally:
            spare.close()
            spares.refill()
        if stage.done or stage.begun == Begun(None):
            break
    yield replace(report, seconds=time.perf_counter() - began)


def _listen(spare: Spare, report: FileReport, stage: _Stage, refill: Callable[[], None]) -> Iterator[FileReport]:
    """Add what a process says to the report, until it is done or ends; where that takes long, a next one may start."""
    while not stage.done:
        try:
            message = spare.messages.get(timeout=PATIENCE if stage.begun else START_SECONDS)
        except queue.Empty:
            refill()
            try:
                message = spare.messages.get(timeout=SECONDS + GRACE_SECONDS)
            except queue.Empty:  # it holds on to the interpreter so that not even faulthandler can end it
                return
        if message == ENDED:
            stage.ended = True
            return
        if isinstance(message, Begun):
            stage.begun = message
        elif isinstance(message, Problems):
            report = replace(report, problems=report.problems or message.problems, printed=spare.printed(None))
            yield report
        elif isinstance(message, ExerciseReport):
            report = report.add(replace(message, printed=spare.printed(message.name)))
            yield report
        stage.done = isinstance(message, Done)


def _with_end(report: FileReport, stage: _Stage, spare: Spare) -> FileReport:
    """Return the report with the reason why a process ended before it was done."""
    if stage.begun is None:
        raise CannotStart(spare.start_error())
    end = stopped.read(spare.trace(), Path(report.file), ended=stage.ended)
    exercise = _exercise(report.assignment, stage.begun.exercise)
    if exercise is None:
        where = stopped.FILE_STOPPED if end.slow else stopped.FILE_CRASHED
        problem = Problem(where, end.message, end.explained, end.line, end.source)
        return replace(report, problems=(*report.problems, problem))
    case = CaseReport(NOTHING, end.state, message=end.message, line=end.line, explained=end.explained)
    facts = exercise.name, exercise.title, exercise.points, end.state
    printed = spare.printed(exercise.name)
    return report.add(ExerciseReport(*facts, (case,), printed=printed, count=stage.begun.cases))


def _exercise(assignment: str, name: str | None) -> Exercise | None:
    return next((one for one in read_course()[assignment].exercises if one.name == name), None)
