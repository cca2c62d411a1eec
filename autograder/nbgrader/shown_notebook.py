"""A notebook reduced to what a page shows of it: known cells with known fields, each of a known type."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from typing import Any

from nbformat import NotebookNode, from_dict

from autograder.nbgrader.safe_html import as_written

SHOWN_TYPES = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/latex", "text/plain")
SIZES = ("width", "height")
NO_NUMBER = "\N{NO-BREAK SPACE}"
# In characters of Markdown, which takes quadratic time where a student wants it to; the rest is shown as it is written.
MOST_OF_A_CELL, MOST_OF_A_PAGE = 20_000, 100_000


def shown_notebook(notebook: Mapping[str, Any]) -> NotebookNode:
    """Return a new notebook without anything that a page has no use for."""
    lengths = [len(_source(cell)) if cell["cell_type"] == "markdown" else 0 for cell in notebook["cells"]]
    formatted = [
        length <= MOST_OF_A_CELL and so_far <= MOST_OF_A_PAGE
        for length, so_far in zip(lengths, accumulate(lengths), strict=True)
    ]
    cells = [_cell(cell, short) for cell, short in zip(notebook["cells"], formatted, strict=True)]
    return from_dict({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})  # type: ignore[no-untyped-call, no-any-return]


def _cell(cell: Mapping[str, Any], formatted: bool) -> dict[str, Any]:
    kind = cell["cell_type"]
    if kind == "code":
        number = _number(cell.get("execution_count"), NO_NUMBER)
        outputs = [_output(output) for output in cell.get("outputs", ()) if not _is_score(cell, output)]
        special = {"source": _source(cell), "execution_count": number, "outputs": outputs}
    elif kind == "markdown" and formatted:
        special = {"source": _source(cell), "attachments": _attachments(cell)}
    else:
        kind, special = "raw", {"source": as_written(_source(cell))}
    return {"cell_type": kind, "metadata": _marks(cell)} | special


def _is_score(cell: Mapping[str, Any], output: Mapping[str, Any]) -> bool:
    """Tell whether an output is the score of a grade cell, which nbgrader reads and shows in a place of its own."""
    marks = _mapping(_mapping(cell.get("metadata")).get("nbgrader"))
    graded = bool(marks.get("grade")) and not marks.get("solution")
    return graded and output["output_type"] == "execute_result"


def _source(cell: Mapping[str, Any]) -> str:
    return str(cell.get("source", ""))


def _marks(cell: Mapping[str, Any]) -> dict[str, Any]:
    """Return what nbgrader has noted about a cell; everything else in its metadata is the student's."""
    marks = _mapping(cell.get("metadata")).get("nbgrader")
    return {"nbgrader": dict(marks)} if isinstance(marks, Mapping) else {}


def _attachments(cell: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return the attached files that are there, by name and type."""
    attached = _mapping(cell.get("attachments"))
    files = {name: _strings(bundle) for name, bundle in attached.items()}
    return {name: bundle for name, bundle in files.items() if bundle}


def _output(output: Mapping[str, Any]) -> dict[str, Any]:
    kind = output["output_type"]
    if kind == "stream":
        return {"output_type": kind, "name": output.get("name"), "text": str(output.get("text", ""))}
    if kind == "error":
        return {"output_type": kind, "traceback": [str(line) for line in output.get("traceback", ())]}
    data, metadata = _strings(output.get("data")), _mapping(output.get("metadata"))
    shown = {name: data[name] for name in SHOWN_TYPES if name in data}
    return {"output_type": kind, "data": shown, "metadata": {name: _size(metadata.get(name)) for name in shown}}


def _size(metadata: object) -> dict[str, object]:
    sizes = {name: _number(_mapping(metadata).get(name), None) for name in SIZES}
    return {name: value for name, value in sizes.items() if value is not None}


def _number(value: object, otherwise: object) -> object:
    return value if isinstance(value, (int, float)) else otherwise


def _strings(value: object) -> dict[str, str]:
    return {name: text for name, text in _mapping(value).items() if isinstance(text, str)}


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
