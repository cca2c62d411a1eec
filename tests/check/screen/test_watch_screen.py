"""While files are watched, a syntax error and an exercise that passed before are told in each view."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from autograder.check.model import Layer, State, Text
from autograder.check.report.report import CaseReport, ExerciseReport, FileReport, Problem
from autograder.check.terminal.watch_screen import Shown, draw

PROBLEM = Problem(Text("有语法错误", "a syntax error"), Text("no", "no"))


def exercise(name, state):
    case = CaseReport(Text("例", "an example"), state, Layer.values, Text("不对", "wrong"))
    return ExerciseReport(name, Text("题", "exercise"), 5, state, (case,))


@pytest.fixture(autouse=True)
def one_assignment(monkeypatch):
    from autograder.check.course import Assignment
    from autograder.check.terminal import screen

    monkeypatch.setattr(screen, "read_course", lambda: {"a": Assignment("a", Text("作业", "work"), (None, None))})


@pytest.fixture
def drawn():
    """Return what is drawn of a report whose first exercise is wrong, whose second passed before."""

    def drawn(**settings):
        console = Console(file=io.StringIO(), width=100)
        exercises = exercise("first", State.failed), exercise("second", State.failed)
        draw(console, Shown(1, FileReport("a", "a.py", (PROBLEM,), exercises), **settings), keys=False)
        return console.file.getvalue()

    return drawn


@pytest.mark.parametrize("list_", [False, True])
def test_an_exercise_that_passed_before_is_named(drawn, list_):
    assert "! Passed before, and no longer: second" in drawn(broken=("second",), list=list_)


def test_the_exercise_that_is_shown_is_not_named_again(drawn):
    assert "Passed before" not in drawn(broken=("first",))


def test_a_syntax_error_is_told_in_the_list(drawn):
    assert "a syntax error" in drawn(list=True)
