"""The two ends of the terminal, and text that it shows as it is."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from autograder.course.text import without_line_breaks

stdout = Console(soft_wrap=True)
stderr = Console(stderr=True, soft_wrap=True)


def plain(text: str) -> str:
    """Return text that the terminal shows as it is, in one line: no markup, no control characters."""
    return escape(without_line_breaks(text))
