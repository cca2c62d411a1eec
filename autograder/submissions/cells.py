"""What is known of a notebook cell: its nbgrader metadata, its text, and the names it defines."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from nbformat import NotebookNode

from autograder.course.parse import DEFINITION

REMEMBERED = 4096  # texts: the repair asks the same of each cell of a notebook many times


def nbgrader_metadata(cell: NotebookNode) -> dict[str, Any]:
    """Return nbgrader's metadata of a cell (`grade_id`, `grade`, `solution`, `locked`, …), empty if it has none."""
    metadata = cell.metadata.get("nbgrader")
    return metadata if isinstance(metadata, dict) else {}


def grade_id(cell: NotebookNode) -> str:
    """Return the name nbgrader knows a cell by, or an empty string."""
    name = nbgrader_metadata(cell).get("grade_id")
    return name if isinstance(name, str) else ""


def cells_by_grade_id(cells: Sequence[NotebookNode]) -> dict[str, NotebookNode]:
    """Return the cells that nbgrader knows, by name."""
    return {grade_id(cell): cell for cell in cells if grade_id(cell)}


def is_answer(cell: NotebookNode) -> bool:
    """Tell whether students write their answer in this cell."""
    return bool(nbgrader_metadata(cell).get("solution"))


@functools.lru_cache(maxsize=REMEMBERED)
def defined_names(source: str) -> frozenset[str]:
    """Return the functions and classes that a cell defines at its top level, even if the cell does not parse."""
    return frozenset(DEFINITION.findall(source))


def same_text(one: NotebookNode, other: NotebookNode) -> bool:
    """Tell whether two cells have the same text, apart from blank lines, trailing spaces and comments."""
    return normalized(one.source) == normalized(other.source)


@functools.lru_cache(maxsize=REMEMBERED)
def normalized(source: str) -> str:
    """Return the text of a cell without blank lines, trailing spaces and comment lines."""
    lines = (line.rstrip() for line in source.splitlines())
    return "\n".join(line for line in lines if line and not line.lstrip().startswith("#"))
