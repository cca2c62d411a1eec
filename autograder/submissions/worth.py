"""What a file is worth beside a student's others: nothing where it cannot be read, little where nothing is answered."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from autograder.course.errors import NotGradable
from autograder.course.manifest import Assignment, Limits
from autograder.course.parse import parse
from autograder.submissions.contents import NOTEBOOK_FACTOR, is_notebook_file
from autograder.submissions.decode import decode
from autograder.worker.shared.stubs import is_stub


class Worth(IntEnum):
    """Whether a file can be graded, and whether an exercise is answered in it."""

    UNUSABLE = 0
    UNTOUCHED = 1
    ANSWERED = 2


def worth_of(path: Path, assignment: Assignment, limits: Limits) -> Worth:
    """Return what a file is worth; it counts as answered wherever that is not sure."""
    try:
        cells = _cells(path, limits)
    except (OSError, NotGradable):
        return Worth.UNUSABLE
    if not any(map(str.strip, cells)):
        return Worth.UNUSABLE
    return (
        Worth.UNTOUCHED
        if _is_untouched(cells, {exercise.name for exercise in assignment.exercises})
        else Worth.ANSWERED
    )


def _cells(path: Path, limits: Limits) -> list[str]:
    """Return the code of a file, by cell; raise `NotGradable` where it is too large, no text or no notebook."""
    notebook = is_notebook_file(path)
    if path.stat().st_size > (limits.source_mb << 20) * (NOTEBOOK_FACTOR if notebook else 1):
        return []
    text = decode(path.read_bytes())[0]
    if not notebook or not text.strip():
        return [text]
    # Imported here because they load nbformat and IPython, which `.py` files do not need.
    from autograder.submissions.cell_code import code_cells
    from autograder.submissions.notebook import read_notebook

    return code_cells(read_notebook(text))


def _is_untouched(cells: Sequence[str], exercises: set[str]) -> bool:
    """Tell whether exercises are defined and each is left as it was released."""
    trees = [parse(cell) for cell in cells]
    if None in trees:
        return False
    statements = [node for tree in trees if tree for node in tree.body]
    defined = [node for node in statements if getattr(node, "name", "") in exercises]
    return bool(defined) and all(map(is_stub, defined))
