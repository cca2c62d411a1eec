"""What two cells have in common: marks, text, and the names they define."""

from __future__ import annotations

import functools
import re

from nbformat import NotebookNode

from autograder.submissions.notebook import marks_of

DEFINITION = re.compile(r"^(?:async\s+)?(?:def|class)\s+(\w+)", re.MULTILINE)


def grade_id(cell: NotebookNode) -> str:
    """Return the name nbgrader knows a cell by, or an empty string."""
    key = marks_of(cell).get("grade_id")
    return key if isinstance(key, str) else ""


def is_answer(cell: NotebookNode) -> bool:
    """Tell whether a student is to write in a cell of the released notebook."""
    return bool(marks_of(cell).get("solution"))


def names_in(source: str) -> set[str]:
    """Return the functions and classes that a cell defines at its top level, even if the cell does not parse."""
    return set(DEFINITION.findall(source))


def same_text(one: NotebookNode, other: NotebookNode) -> bool:
    """Tell whether two cells say the same, apart from blank lines, spaces at the end of lines, and comments."""
    return essence(one.source) == essence(other.source)


@functools.lru_cache(maxsize=1024)
def essence(source: str) -> str:
    """Return the text of a cell without what makes no difference."""
    lines = (line.rstrip() for line in source.splitlines())
    return "\n".join(line for line in lines if line and not line.lstrip().startswith("#"))
