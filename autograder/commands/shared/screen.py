"""The two ends of the terminal, and text that it shows as it is."""

from __future__ import annotations

import os
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape

from autograder.course.text import Language, without_line_breaks

stdout = Console(soft_wrap=True)
stderr = Console(stderr=True, soft_wrap=True)
FEW = 5  # of many names, which are shown


def screen_language(languages: Sequence[Language]) -> Language:
    """Return the language of the terminal's locale where it is one of these, and else the first of them."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "")
    return next((one for one in languages if locale.lower().startswith(one)), languages[0])


def first_few(names: Sequence[str]) -> str:
    """Return the first few names with commas, and how many more there are."""
    shown = ", ".join(names[:FEW])
    return f"{shown} and {len(names) - FEW} more" if len(names) > FEW else shown


def plain(text: str) -> str:
    """Return text that the terminal shows as it is, in one line: no markup, no control characters."""
    return escape(without_line_breaks(text))
