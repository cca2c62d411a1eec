"""The progress of a class run: a rate, the time that is left and the student at work; without a terminal some lines."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.progress import Progress

from autograder.commands.shared.progress import ClassProgress, PlainProgress, class_progress
from autograder.runs.grading import grade_class
from autograder.submissions.find_class import find_class


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def screen():
    """Return a console that is a terminal or not, and what it shows."""

    def screen(terminal: bool) -> tuple[Console, io.StringIO]:
        file = io.StringIO()
        return Console(file=file, force_terminal=terminal, width=100, color_system=None), file

    return screen


@pytest.fixture
def run(screen, clock):
    """Return a class run of ten submissions, of which two were graded before, and what its plain lines say."""
    console, file = screen(terminal=False)
    return ClassProgress(10, 2, Progress(console=console, disable=True), console, clock), file


def grade(progress, clock, seconds, *names):
    for name in names:
        clock.now += seconds
        progress.ends(name, [])


def test_without_a_terminal_a_line_every_few_seconds_says_how_fast_it_goes_and_how_long_it_takes(run, clock):
    progress, file = run
    grade(progress, clock, 2, "a", "b", "c", "d", "e", "f")
    assert file.getvalue().splitlines() == ["5 of 10 graded, 0.5/s, 10 s left", "8 of 10 graded, 0.5/s, 4 s left"]


def test_the_end_is_always_said(run, clock):
    progress, file = run
    grade(progress, clock, 0, *"abcdefgh")
    assert file.getvalue().splitlines() == ["10 of 10 graded"]


def test_the_submission_that_has_been_at_work_for_the_longest_time_is_named(run, clock):
    progress, file = run
    for name in ("slow", "quick", "another"):
        progress.begins(name)
    grade(progress, clock, 6, "quick", "slow")
    assert [line.rpartition("; ")[2] for line in file.getvalue().splitlines()] == ["at work: slow", "at work: another"]


def test_no_name_steers_the_screen(run, clock):
    progress, file = run
    progress.begins("a\x1b[2J\n[red]b")
    grade(progress, clock, 6, "c")
    assert file.getvalue().endswith("at work: a�[2J [red]b\n")


def test_a_fault_is_shown_once_however_many_meet_it(run):
    progress, file = run
    for name in "ab":
        progress.ends(name, [f'Traceback:\n  File "suite.py", line 3\nValueError: {name}'])
    assert "ValueError: a" in file.getvalue()
    assert "ValueError: b" not in file.getvalue()


def test_on_a_terminal_a_bar_says_who_is_at_work_and_there_are_no_lines(screen):
    console, file = screen(terminal=True)
    with class_progress(10, 2, console) as progress:
        progress.begins("li-lei practice")
        for name in "abcdefgh":
            progress.ends(name, [])
    assert "li-lei practice" in file.getvalue()
    assert "10/10" in file.getvalue()
    assert "graded" not in file.getvalue()


def test_a_long_time_is_said_in_minutes(screen, clock):
    console, file = screen(terminal=False)
    lines = PlainProgress(1000, 0, "proofs made", console, clock)
    clock.now += 10
    lines.say(10)
    assert file.getvalue() == "10 of 1000 proofs made, 1.0/s, 16 min left\n"


def test_a_run_tells_of_each_submission_when_it_begins(course, make_class, perfect, tmp_path):
    folder = make_class(tmp_path / "class", {name: {"practice.py": perfect["practice"]} for name in "abc"})
    handins = find_class(folder, course, tmp_path, only="practice").handins
    events = []
    for result, _ in grade_class(course, handins, "seed", 1, lambda handin: events.append((handin.student, "begins"))):
        events.append((result.student, "ends"))
    assert sorted(events) == [(name, what) for name in "abc" for what in ("begins", "ends")]
    assert all(events.index((name, "begins")) < events.index((name, "ends")) for name in "abc")
