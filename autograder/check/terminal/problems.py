"""What does not run in a student's file, and what its code printed, as lines of the screen."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text as Line

from ..report.report import Problem
from . import words

PRINTED_LINES = 8


def problem_lines(problem: Problem, language: int) -> Iterator[Line]:
    """Yield what does not run: the place, the line with a mark under it, and the sentences."""
    yield Line(f"✗ {problem.where[language]}", "bold red")
    if problem.source and problem.line:
        number = f"{problem.line:>5} │ "
        yield Line(f"{number}{problem.source}")
        if problem.column is not None:
            before = Line(problem.source[: problem.column]).cell_len
            explained = problem.explained[language] if problem.explained else problem.message[language]
            yield Line(f"{' ' * (len(number) - 2)}│ {' ' * before}^ {explained}", "red")
            return
    yield Line(f"  {problem.message[language]}")
    if problem.explained:
        yield Line(f"→ {problem.explained[language]}", "yellow")


def printed_lines(printed: str, language: int) -> Iterator[Line]:
    """Yield the beginning of what the student's code printed."""
    lines = printed.splitlines()
    if lines:
        yield Line(words.PRINTED[language], "dim")
    for text in lines[:PRINTED_LINES]:
        yield Line("  " + "".join(one if one.isprintable() else " " for one in text[:200]))
    if len(lines) > PRINTED_LINES:
        yield Line(f"  {words.CUT[language]}", "dim")
