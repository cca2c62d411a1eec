"""The terminal screen: how far the assignment is, one current exercise, and what waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.text import Text as Line

from ..course import read_course
from ..messages import fill
from ..model import Layer, State, Text
from ..report import hints
from ..report.report import CaseReport, ExerciseReport, FileReport, Grid
from . import words
from .grids import side_by_side
from .problems import printed_lines, problem_lines

BAR = 8
ALL_HINTS = 9
FEW = 3  # exercises that are named; of more the number is told
ORDER = (State.failed, State.too_slow, State.not_attempted, State.waiting)


class View(NamedTuple):
    """How a report is shown: language (0 is zh, 1 is en), width, further hints asked for, pictures, every exercise."""

    language: int = 0
    width: int = 80
    asked: int = ALL_HINTS
    pictures: bool = True
    every: bool = False


def current(report: FileReport, named: Sequence[str] = ()) -> ExerciseReport | None:
    """Return the exercise to look at: of the ones named, or of all, the first that is wrong, or else not written."""
    asked = [one for one in report.exercises if not named or one.name in named]
    for state in ORDER:
        for one in asked:
            if one.state is state:
                return one
    return asked[0] if named and asked else None


def screen(report: FileReport, view: View, named: Sequence[str] = ()) -> list[Line]:
    """Return the lines of the screen for the report on one file."""
    at = current(report, named)
    chosen = [one for one in report.exercises if one.name in named] if named else list(report.exercises)
    shown = chosen if view.every else [at] if at else []
    lines = heading(report, view.language)
    for problem in report.problems:
        lines += problem_lines(problem, view.language)
    lines += printed_lines(report.printed, view.language)
    for exercise in shown:
        lines += exercise_lines(exercise, view)
    lines += _others([one for one in report.exercises if one not in shown], view.language)
    if report.exercises and all(one.state is State.passed for one in report.exercises):
        lines.append(Line(f"✓ {words.ALL_RIGHT[view.language]}", "green"))
    return lines


def heading(report: FileReport, language: int) -> list[Line]:
    """Return the first line, and why this file was chosen."""
    note = [Line(f"  {report.note[language]}", "yellow")] if report.note else []
    return [header(report, language), *note]


def header(report: FileReport, language: int) -> Line:
    """Return the first line: the assignment, its file, a bar, how many exercises pass, and the time it took."""
    assignment = read_course()[report.assignment]
    total = len(assignment.exercises)
    full = round(BAR * report.done / total)
    facts = {"title": assignment.title, "name": Path(report.file).name, "bar": "█" * full + "░" * (BAR - full)}
    text = fill(words.HEADER, **facts, done=report.done, total=total, seconds=f"{report.seconds:.2f}")
    return Line(text[language], "bold")


def exercise_lines(exercise: ExerciseReport, view: View) -> Iterator[Line]:
    """Yield what is shown of one exercise: the layers, then the hints that were asked for."""
    language, case = view.language, exercise.first
    points = fill(words.POINTS, points=f"{exercise.points:g}")[language]
    count = fill(words.COUNT, passed=exercise.passed, total=exercise.number_of_cases)[language]
    style = words.STYLES[exercise.state]
    line = Line().append(f"{words.MARKS[exercise.state]} {exercise.name}  ", style)
    line.append(f"{exercise.title[language]}{points}", style)
    about = case.title[language] if case and case.layer is not Layer.there else ""
    yield line.append(f"   {about}" if about else "")
    if case is not None and case.layer is not None and case.state in (State.failed, State.too_slow):
        yield _layers(case, language).append(f"    {count}", "dim")
    elif exercise.state is State.passed:
        yield Line(f"  {fill(words.RIGHT, passed=exercise.passed)[language]}")
    if exercise.state is State.waiting and case is not None and case.message:
        yield Line(f"  {case.message[language]}")
    for hint in hints.shown(exercise, view.asked):
        yield from _hint(hint, view)
    if exercise.warning:
        yield Line(f"! {exercise.warning[language]}", "yellow")
    yield from printed_lines(exercise.printed, language)


def _layers(case: CaseReport, language: int) -> Line:
    """Return the layers up to the one that is wrong."""
    line = Line("  ")
    for layer, word in words.LAYERS.items():
        wrong = layer is case.layer
        line.append(f"{'✗' if wrong else '✓'} {word[language]}  ", "red" if wrong else "green")
        if wrong:
            break
    return line


def _hint(hint: hints.Hint, view: View) -> Iterator[Line]:
    mark = "→" if hint.number == hints.SHOWN_AT_FIRST else " "
    if view.pictures and hint.grids:
        yield from side_by_side(hint.grids, view.language, view.width)
        if any(grid.marked for grid in hint.grids):
            yield Line(f"  {_caption(hint.grids[0])[view.language]}", "dim")
    yield Line(f"{mark} {hint.mark} {hint.text[view.language]}", "bold yellow" if mark == "→" else "")


def _caption(first: Grid) -> Text:
    """Return what the marks in pictures mean, of which this is the first."""
    if first.is_text:
        return words.LINE_MARKED
    return words.WINDOW if first.marked and first.label.en == "X" else words.MARKED


def _others(others: Sequence[ExerciseReport], language: int) -> Iterator[Line]:
    """Yield one line for each state that other exercises are in."""
    headings: dict[tuple[State, ...], Text] = {
        (State.failed, State.too_slow): words.TO_LOOK_AT,
        (State.waiting,): words.WAITING,
        (State.not_attempted,): words.NOT_ATTEMPTED,
        (State.passed,): words.PASSED,
    }
    for states, sentence in headings.items():
        names = [one.name for one in others if one.state in states]
        if names:
            few = words.SEPARATOR[language].join(names)
            shown = few if len(names) <= FEW else fill(words.MANY, number=len(names))
            text = fill(sentence, names=shown)[language]
            yield Line(f"{words.MARKS[states[0]]} {text}", words.STYLES[states[0]])
