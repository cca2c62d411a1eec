"""Joining the pieces of a cell that a student split in an editor."""

from __future__ import annotations

from collections.abc import Set

from nbformat import NotebookNode

from autograder.submissions.cell_code import CompleteCode
from autograder.submissions.cells import defined_names, grade_id, normalized

MAX_PIECES = 8


def join_split_cells(
    cells: list[NotebookNode], released: dict[str, NotebookNode], complete: CompleteCode
) -> tuple[list[NotebookNode], list[str]]:
    """Return the cells with split ones joined into their first piece, and the grade ids of those that were joined.

    `released` has the cells of the released notebook by grade id.
    """
    grade_ids = {name: key for key, cell in released.items() for name in defined_names(cell.source)}
    joined, joined_ids = list[NotebookNode](), list[str]()
    at = 0
    while at < len(cells):
        pieces = _pieces(cells[at : at + MAX_PIECES], grade_ids.keys(), released, complete)
        first, at = pieces[0], at + len(pieces)
        if len(pieces) > 1:
            first.source = _text(pieces)
            first.metadata = next((piece.metadata for piece in pieces if grade_id(piece)), first.metadata)
            joined_ids.append(grade_id(first) or grade_ids[min(defined_names(first.source) & grade_ids.keys())])
        joined.append(first)
    return joined, joined_ids


def _pieces(
    cells: list[NotebookNode], names: Set[str], released: dict[str, NotebookNode], complete: CompleteCode
) -> list[NotebookNode]:
    """Return the first cell and those after it that are pieces of it; `names` are the functions of the course."""
    whole = 1
    for count in range(2, len(cells) + 1):
        pieces = cells[:count]
        if any(piece.cell_type != "code" for piece in pieces):
            break
        defines = defined_names(cells[0].source) & names
        if _is_split_copy(pieces, released) or (defines and _is_split_answer(pieces, complete)):
            whole = count
    return cells[:whole]


def _is_split_copy(pieces: list[NotebookNode], released: dict[str, NotebookNode]) -> bool:
    """Tell whether all pieces have one grade id, which an editor copies, and together the text of its released cell."""
    grade_ids = {grade_id(piece) for piece in pieces}
    cell = released.get(grade_ids.pop()) if len(grade_ids) == 1 else None
    return cell is not None and normalized(_text(pieces)) == normalized(cell.source)


def _is_split_answer(pieces: list[NotebookNode], complete: CompleteCode) -> bool:
    """Tell whether the pieces are valid Python together, but the last one alone is not."""
    return pieces[-1].source not in complete and _text(pieces) in complete


def _text(pieces: list[NotebookNode]) -> str:
    return "\n".join(piece.source for piece in pieces)
