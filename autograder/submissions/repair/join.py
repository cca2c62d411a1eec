"""Joining the pieces of a cell that was split in an editor."""

from __future__ import annotations

import ast
import re

from nbformat import NotebookNode

from autograder.submissions.cells import essence, grade_id, names_in
from autograder.submissions.notebook import LONGEST_TRANSFORMED, to_python

MOST_PIECES = 8
INDENTED = re.compile(r"\s*\n[ \t]|[ \t]")


def join_split_cells(
    cells: list[NotebookNode], models: dict[str, NotebookNode]
) -> tuple[list[NotebookNode], list[str]]:
    """Return the cells with split ones joined into their first piece, and the names of those that were joined."""
    keys = {name: key for key, model in models.items() for name in names_in(model.source)}
    joined, names = list[NotebookNode](), list[str]()
    while cells:
        pieces = _pieces(cells[:MOST_PIECES], keys, models)
        first, cells = pieces[0], cells[len(pieces) :]
        if len(pieces) > 1:
            first.source = _text(pieces)
            first.metadata = next((piece.metadata for piece in pieces if grade_id(piece)), first.metadata)
            names.append(grade_id(first) or keys[min(names_in(first.source) & keys.keys())])
        joined.append(first)
    return joined, names


def _pieces(cells: list[NotebookNode], keys: dict[str, str], models: dict[str, NotebookNode]) -> list[NotebookNode]:
    """Return the cells, from the first on, that are pieces of one."""
    whole = 1
    for count in range(2, len(cells) + 1):
        pieces = cells[:count]
        if any(piece.cell_type != "code" for piece in pieces):
            break
        if _is_split_model(pieces, models) or (names_in(cells[0].source) & keys.keys() and _is_split_answer(pieces)):
            whole = count
    return cells[:whole]


def _is_split_model(pieces: list[NotebookNode], models: dict[str, NotebookNode]) -> bool:
    """Tell whether the pieces have one mark, which an editor copies, and together the text that belongs to it."""
    keys = {grade_id(piece) for piece in pieces}
    model = models.get(keys.pop()) if len(keys) == 1 else None
    return model is not None and essence(_text(pieces)) == essence(model.source)


def _is_split_answer(pieces: list[NotebookNode]) -> bool:
    """Tell whether the pieces are Python together while the last one alone is none."""
    return not stands(pieces[-1].source) and stands(_text(pieces))


def stands(source: str) -> bool:
    """Tell whether a cell is Python as it is; one that begins indented is the rest of something."""
    if len(source) > LONGEST_TRANSFORMED or INDENTED.match(source):
        return False
    try:
        ast.parse(to_python(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _text(pieces: list[NotebookNode]) -> str:
    return "\n".join(piece.source for piece in pieces)
