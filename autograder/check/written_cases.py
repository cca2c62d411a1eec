"""The public cases as their author wrote them: where each one stands, and what a right answer shows to be wrong of it.

For `run_answers`; students get no copy of this file.
"""

from __future__ import annotations

import sys
import traceback
from types import FrameType
from typing import Any

from .compare import difference
from .course import CASES, cases_module
from .kinds.shown import one_line
from .model import Case, CaseVerdict, ExerciseVerdict, Layer, Raises, State
from .student_error import error_text

LONGEST = 200  # characters of a value
places: dict[int, int] = {}  # the line of each case, by the identity of the case


def note_places() -> None:
    """Let every case that is made from now on leave its line in `places`."""
    made = Case.__init__

    def note(case: Case, *args: Any, **named: Any) -> None:
        made(case, *args, **named)
        places[id(case)] = _line_among_cases(sys._getframe(1))

    Case.__init__ = note  # type: ignore[method-assign,assignment]


def _line_among_cases(frame: FrameType | None) -> int:
    """Return the line of a file of cases that a call came from: of its statement, where functions are between."""
    line = 1
    while frame is not None:
        if _is_of_cases(frame.f_code.co_filename):
            line = frame.f_lineno
        frame = frame.f_back
    return line


def _is_of_cases(file: str) -> bool:
    return file.startswith(f"{CASES}/")


def describe(assignment: str) -> dict[str, object]:
    """Return the line and the exercises of each case of an assignment, or where an error kept them away, and which."""
    try:
        cases = cases_module(assignment).CASES
        return {"named": [(places[id(case)], name) for case in cases for name in (case.exercise, *case.needs)]}
    except SyntaxError as error:
        return {"line": error.lineno or 1, "error": str(error.msg)}
    except Exception as error:
        lines = [
            line for frame, line in traceback.walk_tb(error.__traceback__) if _is_of_cases(frame.f_code.co_filename)
        ]
        return {"line": lines[0] if lines else 1, "error": error_text(error)}


def failures(verdict: ExerciseVerdict) -> list[dict[str, object]]:
    """Return what is wrong with each case that a right answer does not pass; one may wait for another exercise."""
    wrong = [one for one in verdict.cases if one.state not in (State.passed, State.waiting)]
    found: list[dict[str, object]] = [_failure(one) for one in wrong]
    if verdict.warning is not None:
        found.append({"line": 1, "title": "", "expected": "", "got": verdict.warning.en})
    return found


def _failure(one: CaseVerdict) -> dict[str, object]:
    """Return where a case stands, what it expects, and what it gets."""
    expected = one.case.expected
    wanted = f"{expected.kind.__name__} to be raised" if isinstance(expected, Raises) else _cut(one_line(expected))
    return {"line": places[id(one.case)], "title": one.case.about.en, "expected": wanted, "got": _got(one, wanted)}


def _got(one: CaseVerdict, wanted: str) -> str:
    """Return what an answer does in a case, as the rest of a sentence that begins with the answer."""
    if isinstance(one.got, BaseException):
        return f"raises {error_text(one.got)}"
    gives, message = f"gives {_cut(one_line(one.got))}", one.message.en if one.message else ""
    if isinstance(one.case.expected, Raises) and one.layer is Layer.runs:
        return gives
    found = difference(one.got, one.case.expected, one.case.rule)
    if one.layer is Layer.there or found is None or found.message != one.message:  # the case itself says what is wrong
        return f"does not do this: {message}"
    return f"{gives}: {message}" if one.layer is Layer.type or gives == f"gives {wanted}" else gives


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
