"""Reading a notebook, whatever editor saved it."""

from __future__ import annotations

import json
from typing import Any, cast

import nbformat
from nbformat import NotebookNode, v4

from autograder.course.errors import NotGradable
from autograder.course.text import Text

BROKEN = Text(
    "笔记本文件已损坏，不是合法的 JSON 笔记本：{reason}。",
    "The notebook is broken, not a valid JSON notebook: {reason}.",
)


def read_notebook(text: str) -> NotebookNode:
    """Return a notebook of format 4 with what a student wrote: cells with type, source and nbgrader's metadata, if any.

    Outputs and the metadata of editors are left out. Raises `NotGradable` if `text` is no notebook.
    """
    try:
        cells = nbformat.convert(nbformat.reader.reads(text), 4).cells  # type: ignore[no-untyped-call]
        plain = [_plain_cell(cell, number) for number, cell in enumerate(cells)]
        return v4.new_notebook(cells=plain)  # type: ignore[no-untyped-call, no-any-return]
    except RecursionError:
        raise NotGradable(BROKEN.format(reason="RecursionError")) from None
    except Exception as error:  # nbformat raises errors of many kinds for a broken or hostile file
        raise NotGradable(BROKEN.format(reason=_reason(error))) from None


def _plain_cell(cell: Any, number: int) -> NotebookNode:
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    kind = cell.cell_type if cell.cell_type in ("code", "markdown") else "raw"
    plain = {"cell_type": kind, "id": f"cell-{number}", "source": _source(cell)}
    plain |= {"metadata": {"nbgrader": nbgrader} if nbgrader else {}}
    if kind == "code":
        plain |= {"execution_count": None, "outputs": []}
    if kind == "markdown" and isinstance(cell.get("attachments"), dict):
        plain["attachments"] = cell.attachments  # pictures in a written answer
    # `v4.new_code_cell` and its like would validate each cell against the schema, which is slow.
    return cast(NotebookNode, nbformat.from_dict(plain))  # type: ignore[no-untyped-call]


def _source(cell: Any) -> str:
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else str(source)


def _reason(error: Exception) -> str:
    if isinstance(error.__context__, json.JSONDecodeError):
        return f"line {error.__context__.lineno}"
    return type(error).__name__
