"""Exercises that a submission defines more than once: the last definition counts, and the student is told so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from autograder.course.text import Text

DEFINITION = re.compile(r"^(?:async +)?(?:def|class) +(\w+)", re.MULTILINE)
TWICE = Text(
    "{names} 定义了不止一次，以最后一次的定义为准。",
    "Defined more than once, so that the last definition counts: {names}.",
)


def defined_twice(cells: Iterable[str], exercises: Sequence[str]) -> Text | None:
    """Return a remark that names the exercises with more than one definition at the top level, or None."""
    counts = Counter(name for cell in cells for name in DEFINITION.findall(cell))
    names = [name for name in exercises if counts[name] > 1]
    return TWICE.format(names=", ".join(names)) if names else None
