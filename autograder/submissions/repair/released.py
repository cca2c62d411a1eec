"""A notebook as students were given it: the course's source notebook without solutions and hidden tests."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from nbformat import NotebookNode

from autograder.build.stubs import strip_solutions
from autograder.course.markers import BEGIN_HIDDEN, BEGIN_SOLUTION, END_HIDDEN
from autograder.submissions.cell_code import to_python
from autograder.submissions.cells import grade_id, is_answer
from autograder.submissions.notebook import read_notebook

CODE_STUB, TEXT_STUB = "pass", "请在这里作答。 / Write your answer here."
HIDDEN = re.compile(rf"\n?[^\n]*{BEGIN_HIDDEN}.*?{END_HIDDEN}[^\n]*", re.DOTALL)


@functools.lru_cache
def released_notebook(source: Path) -> NotebookNode:
    """Return the released form of a source notebook; it is cached, so copy a cell before changing it."""
    notebook = read_notebook(source.read_text(encoding="utf-8"))
    for cell in notebook.cells:
        if is_answer(cell):
            cell.source = _stub(cell)
        cell.source = HIDDEN.sub("", cell.source)
    return notebook


@functools.lru_cache
def course_code(source: Path) -> frozenset[str]:
    """Return the Python of every code cell of a released notebook that is not for an answer."""
    cells = [cell for cell in released_notebook(source).cells if cell.cell_type == "code"]
    return frozenset(to_python(cell.source) for cell in cells if not is_answer(cell))


def _stub(cell: NotebookNode) -> str:
    if BEGIN_SOLUTION in cell.source:
        return strip_solutions(cell.source, grade_id(cell)).rstrip("\n")
    return CODE_STUB if cell.cell_type == "code" else TEXT_STUB
