"""What is on the screen while files are watched, and how a key changes it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text as Line

from .. import progress
from ..messages import fill
from ..report import hints
from ..report.report import FileReport
from . import words
from .exercise_list import list_lines
from .problems import problem_lines
from .screen import View, current, heading, screen

CLEAR = "\x1b[H\x1b[2J\x1b[3J"  # the lines that were scrolled away, too


class Shown(NamedTuple):
    """What is shown: the report, hints asked for by exercise, whether pictures are drawn, and the list instead.

    `named` are the exercises that are asked for, `broken` those that passed before the last save.
    """

    language: int
    report: FileReport | None = None
    hints: Mapping[str, int] = {}
    pictures: bool = True
    list: bool = False
    named: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


def next_view(shown: Shown, key: str) -> Shown:
    """Return what is shown after a key: h one hint more, p pictures or none, l the list or the exercise."""
    if key in ("p", "P"):
        return shown._replace(pictures=not shown.pictures)
    if key in ("l", "L"):
        return shown._replace(list=not shown.list)
    if key in ("h", "H") and shown.report is not None:
        return _one_more_hint(shown, shown.report)
    return shown


def _one_more_hint(shown: Shown, report: FileReport) -> Shown:
    at = current(report, shown.named)
    if at is None:
        return shown
    asked = shown.hints.get(at.name, 0)
    more = len(hints.shown(at, asked + 1)) > len(hints.shown(at, asked))
    counts = {**shown.hints, at.name: asked + more}
    folder = Path(report.file).parent
    remembered = progress.read(folder)
    remembered.hints = counts
    progress.write(folder, remembered)
    return shown._replace(hints=counts, list=False)


def draw_patience(console: Console, shown: Shown, *, busy: bool) -> None:
    """Say under the screen that a check goes on, where it takes longer than a moment."""
    if busy:
        console.print(Line(words.CHECKING[shown.language], "yellow"))


def draw(console: Console, shown: Shown, *, keys: bool) -> None:
    """Draw the screen in one go: on a terminal after clearing it, elsewhere as plain lines."""
    if shown.report is None:
        return
    lines = _lines(shown, shown.report, console, keys=keys)
    with console.capture() as capture:
        for line in lines:
            console.print(line, soft_wrap=not console.is_terminal)
    text = capture.get()
    if console.is_terminal and not console.legacy_windows:
        console.file.write(CLEAR + text)
    else:
        console.clear()
        console.file.write(text)
    console.file.flush()


def _lines(shown: Shown, report: FileReport, console: Console, *, keys: bool) -> list[Line]:
    at = current(report, shown.named)
    asked = shown.hints.get(at.name, 0) if at and keys else hints.SHOWN_AT_FIRST
    width = console.width if console.is_terminal else 100
    view = View(shown.language, width, asked, shown.pictures)
    body = screen(report, view, shown.named)
    if shown.list:
        problems = [line for one in report.problems for line in problem_lines(one, shown.language)]
        body = [*heading(report, shown.language), *problems, *list_lines(report, shown.language)]
    if broken := [name for name in shown.broken if shown.list or at is None or name != at.name]:
        names = words.SEPARATOR[shown.language].join(broken)
        body.append(Line(f"! {fill(words.BROKEN, names=names)[shown.language]}", "bold red"))
    every, now = (len(hints.hints(at)), len(hints.shown(at, asked))) if at else (0, 0)
    footer = words.WATCHING[shown.language]
    if keys:
        footer = fill(words.KEYS, shown=now, all=every)[shown.language] + footer
    return [*body, Line(footer, "dim")]
