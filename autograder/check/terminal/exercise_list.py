"""The list of all exercises of an assignment, one line each."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text as Line

from ..messages import fill
from ..report.report import FileReport
from . import words


def list_lines(report: FileReport, language: int) -> Iterator[Line]:
    """Yield a line for each exercise: its state, its name, its title, its points and its public cases."""
    longest = max((len(one.name) for one in report.exercises), default=0)
    titles = [one.title[language] for one in report.exercises]
    widest = max(map(cell_len, titles), default=0)
    for one, title in zip(report.exercises, titles, strict=True):
        mark = f"{words.MARKS[one.state]} {one.name:{longest}}  "
        line = Line().append(mark, words.STYLES[one.state])
        line.append(f"{title}{' ' * (widest - cell_len(title))}  ")
        points = fill(words.POINTS, points=f"{one.points:g}")[language]
        count = fill(words.COUNT, passed=one.passed, total=one.number_of_cases)[language]
        yield line.append(f"{count}  {points.strip()}", "dim")
