"""Reading a notebook of another grader as pieces: prose, code, answers, tests and written questions."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat

from autograder.course.errors import UsageError
from autograder.importing import nbgrader_format, otter_format
from autograder.importing.model import Answer, Piece, Tests, Written
from autograder.submissions.cell_code import to_python

NO_ANSWER = (
    "{path} has no cell with a solution that tests follow. Two forms are read: source notebooks of nbgrader, whose "
    "metadata say which cells are solutions and tests; and of otter, with raw cells `# BEGIN QUESTION`, "
    "`# BEGIN SOLUTION` and `# BEGIN TESTS`."
)


def read_pieces(path: Path) -> list[Piece]:
    """Return the pieces of a notebook in order; raise `UsageError` if it cannot be read or has no tested answer.

    Nothing of the notebook runs. Magics become Python, so that every cell can be parsed.
    """
    notebook = _read(path)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = to_python(cell.source)
    read = nbgrader_format.pieces if nbgrader_format.is_in_format(notebook) else otter_format.pieces
    pieces = with_own_names(read(notebook, path))
    if not any(isinstance(piece, Answer) for piece in pieces) or not any(isinstance(p, Tests) for p in pieces):
        raise UsageError(NO_ANSWER.format(path=path))
    return pieces


def with_own_names(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with a name of its own, as a manifest takes it, for each written question."""
    named, taken = list[Piece](), set[str]()
    for piece in pieces:
        if isinstance(piece, Written):
            name = re.sub(r"\W", "_", piece.name)
            name = name if name not in taken else f"{name}_cell_{piece.cell}"
            taken.add(name)
            piece = replace(piece, name=name)
        named.append(piece)
    return named


def _read(path: Path) -> Any:
    try:
        return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    except Exception as error:  # nbformat raises errors of many kinds for a broken file
        raise UsageError(f"{path} is not a notebook: {type(error).__name__}.") from None
