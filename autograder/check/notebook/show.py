"""Showing a card under the cell that runs, and ending what takes too long there."""

from __future__ import annotations

import _thread
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType

from .. import progress
from ..course import Assignment, Exercise, cases_of
from ..language import chosen_language, place
from ..messages import NOTHING
from ..model import ExerciseVerdict, State
from ..process import stopped
from ..process.messages import SECONDS
from ..report.from_verdicts import report
from ..report.report import CaseReport, ExerciseReport
from ..student_error import namespace_of
from ..verdicts import check_exercise
from .card import card


def check_within_limit(
    assignment: Assignment, exercise: Exercise, names: Mapping[str, object]
) -> tuple[ExerciseVerdict, ExerciseReport]:
    """Return the verdict on an exercise and what to show of it, after five seconds at the latest."""
    namespace = namespace_of(names.get(exercise.name)) or names
    verdict, frame = within(SECONDS, lambda: check_exercise(assignment, exercise, names), namespace)
    if verdict is not None:
        return verdict, report(verdict, exercise.section)
    end = stopped.at_frame(frame)
    case = CaseReport(NOTHING, State.too_slow, message=end.message, line=end.line, explained=end.explained)
    facts = exercise.name, exercise.title, exercise.points, State.too_slow
    return ExerciseVerdict(*facts, (), end.message), ExerciseReport(
        *facts, (case,), count=len(cases_of(assignment.name, exercise.name))
    )


def within(
    seconds: float, ask: Callable[[], ExerciseVerdict], names: Mapping[str, object]
) -> tuple[ExerciseVerdict | None, tuple[str, int] | None]:
    """Return what a call returns; or, where it takes longer, None and the file and line of `names` that it was at."""
    place: list[tuple[str, int] | None] = []
    thread = threading.get_ident()

    def stop() -> None:
        place.append(_innermost(sys._current_frames().get(thread), names))
        _thread.interrupt_main()

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    if threading.current_thread() is threading.main_thread():
        timer.start()
    try:
        return ask(), None
    except KeyboardInterrupt:
        if not place:  # the student interrupted it
            raise
        return None, place[0]
    finally:
        timer.cancel()


def _innermost(frame: FrameType | None, names: Mapping[str, object]) -> tuple[str, int] | None:
    while frame is not None and frame.f_globals is not names:
        frame = frame.f_back
    return (frame.f_code.co_filename, frame.f_lineno) if frame else None


def show_card(shown: ExerciseReport, assignment: Assignment, plain: str) -> bool:
    """Show a card where a notebook can, and return whether it could; `plain` is for those who read no HTML."""
    if not _in_notebook():
        return False
    from IPython.display import display

    folder = Path.cwd()
    remembered = progress.read(folder)
    remembered.add(assignment.name, shown)
    progress.write(folder, remembered)
    done = len(remembered.passed[assignment.name])
    html = card(shown, done, len(assignment.exercises), place(chosen_language()))
    display({"text/html": html, "text/plain": plain}, raw=True)  # type: ignore[no-untyped-call]
    return True


def _in_notebook() -> bool:
    """Tell whether this runs in the kernel of a notebook; a terminal shows no HTML."""
    module = sys.modules.get("IPython")
    shell = module.get_ipython() if module else None
    return shell is not None and hasattr(shell, "kernel")
