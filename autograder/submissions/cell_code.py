"""The code cells of a notebook as plain Python; IPython translates their magics."""

from __future__ import annotations

import functools
import re

from nbformat import NotebookNode

from autograder.course.parse import MAX_PARSED, parse
from autograder.submissions.cells import nbgrader_metadata
from autograder.submissions.magics import translate

DEFINING_MAGICS = ("time", "capture")  # cell magics whose body runs in the notebook's own namespace
SPECIAL = re.compile(r"[%!?]|\A\s|^>>>|^In \[|^[,;/]", re.MULTILINE)  # what only IPython understands
MAX_TRANSLATED = 200_000  # characters of the cells of one notebook that need a translation
MAX_CHECKED = 200_000  # characters of one notebook of which it is asked whether they are valid Python
NOT_RUN = "#"  # the Python of a cell that is not run; the cells after it keep their numbers
INDENTED = re.compile(r"\s*\n[ \t]|[ \t]")


def code_cells(notebook: NotebookNode) -> list[str]:
    """Return the Python of each code cell; the cells with the course's public tests are left empty.

    The hidden suite has the cases of the public tests as well, and a public test that never ends would cost the
    exercises after it.
    """
    codes: list[str] = []
    characters_left = MAX_TRANSLATED
    for cell in notebook.cells:
        if cell.cell_type == "code":
            source = NOT_RUN if _is_public_test(cell) else cell.source
            if SPECIAL.search(source) and len(source) <= characters_left:
                characters_left -= len(source)
                source = to_python(source)
            codes.append(source)
    return codes


@functools.lru_cache(maxsize=256)  # most cells of a class are as they were released
def to_python(source: str) -> str:
    """Return a cell's source as Python, keeping its line numbers; what IPython cannot read stays as it is."""
    source = _without_cell_magics(source)
    if len(source) > MAX_TRANSLATED or not SPECIAL.search(source):
        return source
    return translate(source)


class CompleteCode:
    """Tells whether cells of one notebook are valid Python alone, as long as its budget of characters lasts."""

    def __init__(self) -> None:
        self._characters_left = MAX_CHECKED
        self._known: dict[str, bool] = {}

    def __contains__(self, source: str) -> bool:
        """Tell whether a text is valid Python alone; one that begins indented is the rest of another cell."""
        if len(source) > MAX_PARSED or INDENTED.match(source):
            return False
        if source not in self._known and len(source) <= self._characters_left:
            self._characters_left -= len(source)
            self._known[source] = parse(to_python(source)) is not None
        return self._known.get(source, False)


def _is_public_test(cell: NotebookNode) -> bool:
    metadata = nbgrader_metadata(cell)
    return bool(metadata.get("grade")) and not metadata.get("solution")


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
