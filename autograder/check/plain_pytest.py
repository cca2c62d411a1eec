"""The public cases as tests for plain `pytest`: one test for each exercise, and a few lines where it fails."""

from __future__ import annotations

import importlib
import traceback
from collections.abc import Callable, Iterable
from types import ModuleType

import pytest

from . import messages
from .course import read_course
from .messages import fill
from .model import State, Text
from .plain import plain_lines
from .student_error import error_text
from .verdicts import check_exercises

SHORT = 90  # characters of both languages together


def exercise_tests(assignment: str) -> Callable[[str], None]:
    """Return the test of an assignment; pytest runs it once for each exercise."""

    @pytest.mark.parametrize("exercise", [one.name for one in read_course()[assignment].exercises])
    def test_exercise(exercise: str) -> None:
        (verdict,) = check_exercises(assignment, vars(_load(assignment)), exercise)
        if verdict.state is not State.passed:
            raise _failure(map(_both, plain_lines(verdict)))

    return test_exercise


def _load(assignment: str) -> ModuleType:
    """Return the student's module; fail with the line that is wrong where it cannot be loaded."""
    try:
        return importlib.import_module(assignment)
    except Exception as error:
        lines = _told(f"{assignment}.py", error)
    raise _failure(lines)


def _told(file: str, error: Exception) -> list[str]:
    """Return where a student's file cannot be loaded, and why; then the line itself."""
    if isinstance(error, SyntaxError):
        text = fill(messages.SYNTAX, file=file, line=error.lineno, error=error.msg)
        return [_both(text), (error.text or "").strip()]
    places = [place for place in traceback.extract_tb(error.__traceback__) if place.filename.endswith(file)]
    line, shown = (places[-1].lineno, places[-1].line) if places else ("?", "")
    return [_both(fill(messages.NOT_LOADED, file=file, line=line, error=error_text(error))), shown or ""]


def _failure(lines: Iterable[str]) -> BaseException:
    """Return a failure with these lines and no source; the first is empty, for pytest repeats and cuts it."""
    return pytest.fail.Exception("\n".join(["", *lines]), pytrace=False)


def _both(text: Text) -> str:
    """Return a text in both languages, a short one in one line; a value that ends both stands there once."""
    (zh, _, shown), (en, _, other) = text.zh.partition(" "), text.en.partition(" ")
    if shown == other:
        return f"{zh} / {en}  {shown}"
    return f"{text.zh} / {text.en}" if len(text.zh) + len(text.en) < SHORT else f"{text.zh}\n{text.en}"
