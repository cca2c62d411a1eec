"""The code cells of a notebook as plain Python; IPython translates their magics."""

from __future__ import annotations

import ast
import functools
import re

from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode

from autograder.submissions.cells import nbgrader_metadata

DEFINING_MAGICS = ("time", "capture")  # cell magics whose body runs in the notebook's own namespace
SPECIAL = re.compile(r"[%!?]|\A\s|^>>>|^In \[|^[,;/]", re.MULTILINE)  # what only IPython understands
LONGEST_TRANSFORMED = 200_000
NOT_RUN = "#"  # the Python of a cell that is not run; the cells after it keep their numbers
INDENTED = re.compile(r"\s*\n[ \t]|[ \t]")


def code_cells(notebook: NotebookNode) -> list[str]:
    """Return the Python of each code cell; the cells with the course's public tests are left empty.

    The hidden suite has the cases of the public tests as well, and a public test that never ends would cost the
    exercises after it.
    """
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [NOT_RUN if _is_public_test(cell) else to_python(cell.source) for cell in cells]


@functools.lru_cache(maxsize=256)  # most cells of a class are as they were released
def to_python(source: str) -> str:
    """Return a cell's source as Python, keeping its line numbers; a cell IPython cannot read stays as it is."""
    source = _without_cell_magics(source)
    if len(source) > LONGEST_TRANSFORMED or not SPECIAL.search(source):
        return source
    try:
        return str(_transformer().transform_cell(source))
    except (SyntaxError, ValueError, RecursionError):
        return source


def is_complete_code(source: str) -> bool:
    """Tell whether a cell is valid Python alone; one that begins indented is the rest of another cell."""
    if len(source) > LONGEST_TRANSFORMED or INDENTED.match(source):
        return False
    try:
        ast.parse(to_python(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _is_public_test(cell: NotebookNode) -> bool:
    metadata = nbgrader_metadata(cell)
    return bool(metadata.get("grade")) and not metadata.get("solution")


@functools.cache
def _transformer() -> TransformerManager:
    return TransformerManager()  # type: ignore[no-untyped-call]


def _without_cell_magics(source: str) -> str:
    """Comment out the magics that run their cell as Python; empty a cell whose magic does anything else."""
    lines = source.split("\n")
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        if not line.startswith("%%"):
            break
        name = re.match(r"%%(\w*)", line)
        if name is None or name[1] not in DEFINING_MAGICS:
            return NOT_RUN
        lines[index] = f"# {line}"
    return "\n".join(lines)
