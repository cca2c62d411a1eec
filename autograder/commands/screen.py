"""The two ends of the terminal, and text that it shows as it is."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from autograder.course.text import printable

stdout = Console(soft_wrap=True)
stderr = Console(stderr=True, soft_wrap=True)


def plain(text: str) -> str:
    """Return text that the terminal shows as it is, in one line: no markup, no control characters."""
    return escape(one_line(text))


def one_line(text: str) -> str:
    """Return text in one line without control characters, for where no markup is read."""
    return printable(text).replace("\n", " ")


def number(value: float | None) -> str:
    """Return a number of points as a table shows it, with one digit after the point or none."""
    return "-" if value is None else f"{value:.1f}".removesuffix(".0")
