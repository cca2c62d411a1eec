"""Repairing a notebook whose cells were copied, split, merged, re-typed, moved or deleted, or lost their metadata.

The released notebook says which cells there should be, and each is looked for in the student's notebook. The text of an
answer is never changed, and a cell that matches no released one stays as an ordinary cell.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from nbformat import NotebookNode

from autograder.course.text import Text
from autograder.submissions.cell_code import CompleteCode
from autograder.submissions.cells import cells_by_grade_id, grade_id, is_answer, same_text
from autograder.submissions.repair.join import join_split_cells
from autograder.submissions.repair.match import Matches, match_cells
from autograder.submissions.repair.notes import FOREIGN, repair_notes

Pair = tuple[NotebookNode, NotebookNode | None]  # a student's cell, and the released cell it corresponds to


@dataclass(frozen=True)
class Repaired:
    """A notebook with every cell of the released one, the cells that had to be put back, and notes on the repairs."""

    notebook: NotebookNode
    added: tuple[NotebookNode, ...]
    notes: tuple[Text, ...]


def repair(student: NotebookNode, released: NotebookNode) -> Repaired:
    """Return `student` with the cells, types, metadata and order of `released` around the student's own answers.

    Both come from `read_notebook`, and neither is changed.
    """
    originals = cells_by_grade_id(released.cells)
    complete = CompleteCode()
    cells, joined = join_split_cells(copy.deepcopy(student.cells), originals, complete)
    matches = match_cells(cells, released.cells, complete)
    pairs = [(cell, originals.get(matches.grade_ids.get(id(cell), ""))) for cell in cells]
    pairs = [(cell, original) for cell, original in pairs if id(cell) not in matches.redundant]
    kept = [new for cell, original in pairs for new in _repaired_cells(cell, original)]
    missing = [key for key in originals if matches.is_missing(key)]
    added = tuple(copy.deepcopy(originals[key]) for key in missing)
    notebook = copy.copy(student)
    notebook.cells = _in_released_order([*kept, *added], released.cells)
    if student.cells and not any(grade_id(cell) in originals for cell in student.cells):
        return Repaired(notebook, added, (FOREIGN,))
    repairs = {"joined": joined, "moved": _moved(kept, list(originals)), "missing": missing}
    return Repaired(notebook, added, tuple(repair_notes(repairs | _repairs_of_cells(pairs, matches))))


def _repaired_cells(cell: NotebookNode, original: NotebookNode | None) -> list[NotebookNode]:
    """Return a student's cell as an ordinary one, or with the type and metadata of its released cell.

    A read-only cell gets back its text as well. If a student changed its code, which other cells may need, the changed
    cell stays above it.
    """
    if original is None:
        return [_ordinary(cell)]
    new = copy.deepcopy(original)
    if is_answer(original):
        new.source = cell.source
        if "attachments" in cell:
            new.attachments = cell.attachments
    elif not same_text(cell, original) and cell.cell_type == "code" and cell.source.strip():
        return [_ordinary(cell), new]
    return [new]


def _ordinary(cell: NotebookNode) -> NotebookNode:
    cell.metadata.pop("nbgrader", None)
    return cell


def _repairs_of_cells(pairs: Iterable[Pair], matches: Matches) -> dict[str, list[str]]:
    """Return the grade ids of the cells that needed a repair of their own, by kind of repair."""
    matched = [(cell, original) for cell, original in pairs if original is not None]
    read_only = [(cell, original) for cell, original in matched if not is_answer(original)]
    return {
        "copied": matches.copied,
        "merged": matches.merged,
        "unmarked": matches.unmarked,
        "retyped": [grade_id(original) for cell, original in matched if cell.cell_type != original.cell_type],
        "restored": [grade_id(original) for cell, original in read_only if not same_text(cell, original)],
    }


def _moved(cells: list[NotebookNode], released_order: list[str]) -> list[str]:
    """Return the grade ids of the cells that are followed by one that was released before them."""
    positions = [released_order.index(grade_id(cell)) for cell in cells if grade_id(cell)]
    return [released_order[one] for one, following in itertools.pairwise(positions) if one > following]


def _in_released_order(cells: list[NotebookNode], released: list[NotebookNode]) -> list[NotebookNode]:
    """Sort cells as they were released; a student's own cell stays behind the one before it."""
    by_id = {grade_id(cell): index for index, cell in enumerate(released) if grade_id(cell)}
    by_text = {cell.source: index for index, cell in enumerate(released) if not grade_id(cell)}
    positions, position = list[int](), -1
    for cell in cells:
        position = by_id.get(grade_id(cell), by_text.get(cell.source, position))
        positions.append(position)
    return [cells[index] for index in sorted(range(len(cells)), key=positions.__getitem__)]
