"""The lesson of a notebook as Markdown, for a release without notebooks."""

from __future__ import annotations

import nbformat
from nbformat import NotebookNode

from autograder.build.notebook import CHECK_SETUP
from autograder.build.stubs import strip_solutions


def lesson_text(source: str, name: str) -> str:
    """Return the lesson in the JSON of a source notebook: its text, its code, and the exercises without answers."""
    notebook = nbformat.reads(source, as_version=4)  # type: ignore[no-untyped-call]
    return "\n\n".join(_shown(cell, name) for cell in notebook.cells if _is_lesson(cell)) + "\n"


def _is_lesson(cell: NotebookNode) -> bool:
    """Tell whether a cell is text or code to read: no check, no model answer and no setup of the notebook."""
    marks = cell.metadata.get("nbgrader", {})
    return not marks.get("grade") and cell.id != CHECK_SETUP


def _shown(cell: NotebookNode, name: str) -> str:
    text = str(cell.source)
    return text if cell.cell_type == "markdown" else f"```python\n{strip_solutions(text, name).rstrip()}\n```"
