"""Repair of notebooks whose cells were copied, split, merged, re-typed, moved or deleted, or lost their marks.

The released notebook says which cells there should be. Each is looked for in the student's notebook. The
student's words are never changed; what of them has no place of its own stays as an ordinary cell.
"""

from __future__ import annotations

import copy
import itertools
from dataclasses import dataclass, field

from nbformat import NotebookNode

from autograder.course.text import Text
from autograder.submissions.cells import grade_id, is_answer, same_text
from autograder.submissions.repair.join import join_split_cells
from autograder.submissions.repair.match import find_cells

FOREIGN = Text(
    "这份笔记本不是由发放的笔记本改成的，已按函数名找到答案。",
    "This notebook was not made from the released one; answers were found by the names of the functions.",
)
SENTENCES = {
    "joined": Text("被拆开的单元格已拼回", "Split cells were joined again"),
    "copied": Text(
        "有重复的单元格，以作答的那个为准", "Of cells that stood there twice the one with the answer counts"
    ),
    "merged": Text("答案写在别的单元格里，已找到", "Answers were found in the cells of others"),
    "matched": Text("丢失的单元格标记已找回", "Lost marks of cells were restored"),
    "retyped": Text("单元格的类型已改回", "The type of cells was changed back"),
    "restored": Text("被改动的只读单元格已恢复原样", "Read-only cells that were changed were restored"),
    "moved": Text("单元格的次序已恢复", "The order of cells was restored"),
    "added": Text("缺少的单元格已补上", "Missing cells were put back"),
}


@dataclass(frozen=True)
class Repaired:
    """A notebook with every cell of the released one, the cells that had to be put back, and what was repaired."""

    notebook: NotebookNode
    added: tuple[NotebookNode, ...]
    notes: tuple[Text, ...]


@dataclass
class Repairs:
    """The repaired cells so far, and the names of those that needed a repair, by its kind."""

    cells: list[NotebookNode] = field(default_factory=list)
    made: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in SENTENCES})


def repair(student: NotebookNode, released: NotebookNode) -> Repaired:
    """Return `student` with the cells, types, marks and order of `released` around the student's own answers.

    Both come from `read_notebook`, and neither is changed.
    """
    repairs = Repairs()
    models = {grade_id(cell): cell for cell in released.cells if grade_id(cell)}
    cells, repairs.made["joined"] = join_split_cells(copy.deepcopy(student.cells), models)
    found = find_cells(cells, released.cells)
    repairs.made |= {"copied": found.copied, "matched": found.matched, "merged": found.merged}
    for cell in cells:
        if id(cell) in found.places:
            _place(cell, models[found.places[id(cell)]], repairs)
        elif id(cell) not in found.dropped:
            cell.metadata.pop("nbgrader", None)
            repairs.cells.append(cell)
    _note_moved(repairs, list(models))
    repairs.made["added"] = [key for key in models if found.is_missing(key)]
    added = tuple(copy.deepcopy(models[key]) for key in repairs.made["added"])
    repairs.cells += added
    notebook = copy.copy(student)
    notebook.cells = _in_order(repairs.cells, released.cells)
    foreign = student.cells and not any(grade_id(cell) in models for cell in student.cells)
    return Repaired(notebook, added, (FOREIGN,) if foreign else _sentences(repairs))


def _place(cell: NotebookNode, model: NotebookNode, repairs: Repairs) -> None:
    """Put a cell with the type and marks of its model; a read-only one has its text as well."""
    new = copy.deepcopy(model)
    if cell.cell_type != model.cell_type:
        repairs.made["retyped"].append(grade_id(model))
    if is_answer(model):
        new.source = cell.source
        if "attachments" in cell:
            new.attachments = cell.attachments
    elif not same_text(cell, model):
        repairs.made["restored"].append(grade_id(model))
        if cell.cell_type == "code" and cell.source.strip():  # what was written there may be needed further down
            cell.metadata.pop("nbgrader", None)
            repairs.cells.append(cell)
    repairs.cells.append(new)


def _note_moved(repairs: Repairs, order: list[str]) -> None:
    places = [order.index(grade_id(cell)) for cell in repairs.cells if grade_id(cell)]
    repairs.made["moved"] = [order[place] for place, following in itertools.pairwise(places) if place > following]


def _in_order(cells: list[NotebookNode], released: list[NotebookNode]) -> list[NotebookNode]:
    """Sort cells as they were released; a cell of the student's own stays behind the one before it."""
    by_id = {grade_id(cell): index for index, cell in enumerate(released) if grade_id(cell)}
    by_text = {cell.source: index for index, cell in enumerate(released) if not grade_id(cell)}
    ranks, rank = list[int](), -1
    for cell in cells:
        rank = by_id.get(grade_id(cell), by_text.get(cell.source, rank))
        ranks.append(rank)
    return [cells[index] for index in sorted(range(len(cells)), key=ranks.__getitem__)]


def _sentences(repairs: Repairs) -> tuple[Text, ...]:
    made = [(SENTENCES[kind], list(dict.fromkeys(keys))) for kind, keys in repairs.made.items() if keys]
    return tuple(Text(f"{text.zh}：{'、'.join(keys)}。", f"{text.en}: {', '.join(keys)}.") for text, keys in made)
