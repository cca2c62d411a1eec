"""A notebook as students were given it: the course's source notebook without solutions and hidden tests."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from nbformat import NotebookNode

from autograder.build.stubs import strip_solutions
from autograder.course.markers import BEGIN_HIDDEN, BEGIN_SOLUTION, END_HIDDEN
from autograder.submissions.notebook import marks_of, read_notebook, to_python

CODE_STUB, TEXT_STUB = "pass", "请在这里作答。 / Write your answer here."
HIDDEN = re.compile(rf"\n?[^\n]*{BEGIN_HIDDEN}.*?{END_HIDDEN}[^\n]*", re.DOTALL)


@functools.lru_cache
def released_notebook(source: Path) -> NotebookNode:
    """Return the released form of a source notebook; whoever changes a cell of it takes a copy first."""
    notebook = read_notebook(source.read_text(encoding="utf-8"))
    for cell in notebook.cells:
        if marks_of(cell).get("solution"):
            cell.source = _stub(cell)
        cell.source = HIDDEN.sub("", cell.source)
    return notebook


@functools.lru_cache
def own_code(source: Path) -> frozenset[str]:
    """Return the Python of every code cell of a released notebook that is not for an answer."""
    cells = [cell for cell in released_notebook(source).cells if cell.cell_type == "code"]
    return frozenset(to_python(cell.source) for cell in cells if not marks_of(cell).get("solution"))


def _stub(cell: NotebookNode) -> str:
    if BEGIN_SOLUTION in cell.source:
        return strip_solutions(cell.source, str(marks_of(cell).get("grade_id"))).rstrip("\n")
    return CODE_STUB if cell.cell_type == "code" else TEXT_STUB
