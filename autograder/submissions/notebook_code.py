"""The code to run of a student's notebook: its cells repaired, and the course's own cells left out if unused."""

from __future__ import annotations

from pathlib import Path

from autograder.course.parse import is_too_much
from autograder.course.text import Text
from autograder.submissions.cell_code import NOT_RUN, code_cells
from autograder.submissions.contents import require_size
from autograder.submissions.notebook import read_notebook
from autograder.submissions.repair.released import course_code, released_notebook
from autograder.submissions.repair.repair import repair
from autograder.submissions.unused_cells import unused_cells


def notebook_code(text: str, source: Path | None, megabytes: int) -> tuple[list[str], tuple[Text, ...]]:
    """Return the Python of each code cell in a notebook's JSON, and notes on what was repaired.

    `source` is the course's source notebook; without it nothing is repaired or left out. Raises `NotGradable` if
    `text` is no notebook, or has more than so many megabytes of code.
    """
    notebook = read_notebook(text)
    if not any(cell.source.strip() for cell in notebook.cells):
        return [], ()
    require_size((cell.source for cell in notebook.cells if cell.cell_type == "code"), megabytes)
    if source is None or not source.is_file():
        return code_cells(notebook), ()
    repaired = repair(notebook, released_notebook(source))
    added = set(map(id, repaired.added))  # nbgrader needs these cells, but code the student deleted must not run
    repaired.notebook.cells = [cell for cell in repaired.notebook.cells if id(cell) not in added]
    cells = code_cells(repaired.notebook)
    unused = set() if is_too_much("\n".join(cells)) else unused_cells(cells, course_code(source))
    return [NOT_RUN if index in unused else cell for index, cell in enumerate(cells)], repaired.notes
