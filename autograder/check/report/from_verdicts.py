"""From verdicts to what is shown of them: judged first, drawn afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ..errors.of_error import explain_error
from ..kinds.shown import one_line
from ..kinds.tables import library_of
from ..model import CaseVerdict, ExerciseVerdict, Raises, State, Text
from .pictures import grids
from .relations import relation
from .report import CaseReport, ExerciseReport
from .worked import worked

LONGEST = 80  # characters of a result
Shown = TypeVar("Shown")
Verdict = TypeVar("Verdict")


def report(verdict: ExerciseVerdict, section: Text | None = None) -> ExerciseReport:
    """Return what is shown of an exercise; `section` is where the lesson explains it."""
    related = _or(relation, verdict.cases, None)
    cases = tuple(_case(one, related) for one in verdict.cases)
    facts = verdict.exercise, verdict.title, verdict.points, verdict.state
    return ExerciseReport(*facts, cases, verdict.mistake, verdict.warning, section)


def _case(verdict: CaseVerdict, related: Text | None) -> CaseReport:
    """Return what is shown of a case; `related` is what its wrong value has to do with the right one."""
    error = verdict.got if isinstance(verdict.got, BaseException) else None
    return CaseReport(
        verdict.case.about,
        verdict.state,
        verdict.layer,
        verdict.message,
        verdict.line,
        explain_error(error, _line(verdict)) if error is not None else related,
        _or(grids, verdict, ()),
        _or(worked, verdict, None),
        _or(_result, verdict, ""),
    )


def _line(verdict: CaseVerdict) -> int | None:
    """Return the student's line of an exception where none should come."""
    return None if isinstance(verdict.case.expected, Raises) else verdict.line


def _result(verdict: CaseVerdict) -> str:
    """Return a right result of few characters; that of a table is drawn."""
    if isinstance(verdict.got, BaseException) or library_of(verdict.got) is not None:
        return ""
    text = one_line(verdict.got)
    return text if verdict.state is State.passed and len(text) <= LONGEST else ""


def _or(draw: Callable[[Verdict], Shown], verdict: Verdict, nothing: Shown) -> Shown:
    """Return a drawing, or nothing where a value of a kind that nobody expected cannot be drawn."""
    try:
        return draw(verdict)
    except (ArithmeticError, IndexError, RuntimeError, TypeError, ValueError):
        return nothing
