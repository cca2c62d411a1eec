"""Notebooks: read whatever editor saved them, and the code cells as plain Python, magics made harmless by IPython."""

from __future__ import annotations

import functools
import json
import re
from typing import Any, cast

import nbformat
from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode, v4

from autograder.course.errors import NotGradable
from autograder.course.text import Text

DEFINING_MAGICS = ("time", "capture")  # cell magics whose body runs in the notebook's own namespace
SPECIAL = re.compile(r"[%!?]|\A\s|^>>>|^In \[|^[,;/]", re.MULTILINE)
LONGEST_TRANSFORMED = 200_000
NOTHING = "#"  # the Python of a cell that is not run; the cells after it keep their numbers

BROKEN = Text(
    "笔记本文件已损坏，不是合法的 JSON 笔记本：{reason}。",
    "The notebook is broken, not a valid JSON notebook: {reason}.",
)


def read_notebook(text: str) -> NotebookNode:
    """Return a notebook of format 4 with what a student wrote: cells with type, source and nbgrader's marks, if any.

    Outputs and the metadata of editors are left out. Raises `NotGradable` if `text` is no notebook.
    """
    try:
        cells = nbformat.convert(nbformat.reader.reads(text), 4).cells  # type: ignore[no-untyped-call]
        plain = [_plain_cell(cell, number) for number, cell in enumerate(cells)]
        return v4.new_notebook(cells=plain)  # type: ignore[no-untyped-call, no-any-return]
    except RecursionError:
        raise NotGradable(BROKEN.format(reason="RecursionError")) from None
    except Exception as error:  # any oddity of a hostile or broken file has this one meaning
        raise NotGradable(BROKEN.format(reason=_reason(error))) from None


def marks_of(cell: NotebookNode) -> dict[str, Any]:
    """Return nbgrader's metadata of a cell (`grade_id`, `grade`, `solution`, `locked`, …), empty if it has none."""
    marks = cell.metadata.get("nbgrader")
    return marks if isinstance(marks, dict) else {}


def code_cells(notebook: NotebookNode) -> list[str]:
    """Return the Python of each code cell; the course's own public tests are nothing to run.

    Those are the grade cells without an answer in them: the hidden suite has the same cases, and one that never
    ends would cost the exercises after it.
    """
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [NOTHING if _is_public_test(cell) else to_python(cell.source) for cell in cells]


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


def _is_public_test(cell: NotebookNode) -> bool:
    marks = marks_of(cell)
    return bool(marks.get("grade")) and not marks.get("solution")


def _plain_cell(cell: Any, number: int) -> NotebookNode:
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    kind = cell.cell_type if cell.cell_type in ("code", "markdown") else "raw"
    plain = {"cell_type": kind, "id": f"cell-{number}", "source": _source(cell)}
    plain |= {"metadata": {"nbgrader": marks} if marks else {}}
    if kind == "code":
        plain |= {"execution_count": None, "outputs": []}
    if kind == "markdown" and isinstance(cell.get("attachments"), dict):
        plain["attachments"] = cell.attachments  # pictures in a written answer
    # Not by `v4.new_code_cell` and its like, which validate each cell against the schema.
    return cast(NotebookNode, nbformat.from_dict(plain))  # type: ignore[no-untyped-call]


@functools.cache
def _transformer() -> TransformerManager:
    return TransformerManager()  # type: ignore[no-untyped-call]


def _without_cell_magics(source: str) -> str:
    """Comment out the magics of a cell whose body defines things; empty a cell whose body is not ours to run."""
    lines = source.split("\n")
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        if not line.startswith("%%"):
            break
        name = re.match(r"%%(\w*)", line)
        if name is None or name[1] not in DEFINING_MAGICS:
            return NOTHING
        lines[index] = f"# {line}"
    return "\n".join(lines)


def _source(cell: Any) -> str:
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else str(source)


def _reason(error: Exception) -> str:
    if isinstance(error.__context__, json.JSONDecodeError):
        return f"line {error.__context__.lineno}"
    return type(error).__name__
