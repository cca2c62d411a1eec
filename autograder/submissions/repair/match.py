"""Finding the marked cells of the released notebook in a student's."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass, field

from nbformat import NotebookNode

from autograder.submissions.cells import essence, grade_id, is_answer, names_in, same_text
from autograder.submissions.repair.join import stands

Models = dict[str, NotebookNode]


@dataclass
class Found:
    """Which cell stands for which model, by `id(cell)`, and the names of the models that were odd in some way.

    `dropped` are copies that hold nothing of the student's. `copied` stood there more than once, `matched` had
    lost their marks, and the function of a `merged` one is defined in the cell of another.
    """

    places: dict[int, str] = field(default_factory=dict)
    dropped: set[int] = field(default_factory=set)
    copied: list[str] = field(default_factory=list)
    matched: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)

    def is_missing(self, key: str) -> bool:
        """Tell whether no cell stands for a model."""
        return key not in self.places.values() and key not in self.merged

    def match(self, key: str, cell: NotebookNode) -> None:
        """Let a cell without the mark of a model stand for it."""
        self.places[id(cell)] = key
        self.matched.append(key)


def find_cells(cells: list[NotebookNode], released: list[NotebookNode]) -> Found:
    """Look for every marked cell of `released` by its mark, its function, its text, or the title above it."""
    found = Found()
    models = {grade_id(cell): cell for cell in released if grade_id(cell)}
    answers = {key: model for key, model in models.items() if is_answer(model) and names_in(model.source)}
    _by_mark(cells, models, set().union(*(names_in(model.source) for model in answers.values())), found)
    for key, model in answers.items():
        _by_definition(key, model, cells, found)
    for model in models.values():
        _by_text(model, cells, found)
    for title, model in itertools.pairwise(released):
        if grade_id(model) and model.cell_type == "markdown":
            _by_title(title, model, cells, found)
    _drop_copies(cells, models, found)
    return found


def _by_mark(cells: list[NotebookNode], models: Models, wanted: set[str], found: Found) -> None:
    """Take marks as they are, but not that of a read-only cell in which an answer was written."""
    marked = defaultdict(list)
    for cell in cells:
        marked[grade_id(cell)].append(cell)
    for key, model in models.items():
        bearers = [cell for cell in marked[key] if is_answer(model) or not names_in(cell.source) & wanted]
        if len(marked[key]) > 1:
            found.copied.append(key)
        if bearers:
            found.places[id(_best(bearers, model))] = key


def _by_definition(key: str, model: NotebookNode, cells: list[NotebookNode], found: Found) -> None:
    """Where the cell of an answer is missing or untouched, take one that defines its function, if there is any."""
    own = next((cell for cell in cells if found.places.get(id(cell)) == key), None)
    if own is not None and not same_text(own, model):
        return
    names = names_in(model.source)
    others = [cell for cell in cells if names <= names_in(cell.source) and not same_text(cell, model)]
    others = [cell for cell in others if cell.cell_type == "code" or stands(cell.source)]
    if not others:
        return
    if own is not None:
        del found.places[id(own)]  # an untouched stub, which is dropped with the copies
    best = _best(others, model)
    if id(best) in found.places:
        found.merged.append(key)
    else:
        found.match(key, best)


def _by_text(model: NotebookNode, cells: list[NotebookNode], found: Found) -> None:
    same = [cell for cell in cells if id(cell) not in found.places and same_text(cell, model)]
    if same and found.is_missing(grade_id(model)):
        found.match(grade_id(model), same[0])


def _by_title(title: NotebookNode, model: NotebookNode, cells: list[NotebookNode], found: Found) -> None:
    """Take the cell of prose below the title of a written answer."""
    below = [cell for above, cell in itertools.pairwise(cells) if same_text(above, title)]
    free = [cell for cell in below if id(cell) not in found.places and cell.cell_type != "code"]
    if free and found.is_missing(grade_id(model)):
        found.match(grade_id(model), free[0])


def _drop_copies(cells: list[NotebookNode], models: Models, found: Found) -> None:
    """Drop what was released and stands there once more: run again, a stub would replace the answer."""
    released = {essence(model.source) for model in models.values()} - {""}
    found.dropped |= {id(cell) for cell in cells if id(cell) not in found.places and essence(cell.source) in released}


def _best(cells: list[NotebookNode], model: NotebookNode) -> NotebookNode:
    """Return the last cell that was worked on (or left alone, if read-only) and has the function and the type."""

    def rank(cell: NotebookNode) -> tuple[bool, bool, bool]:
        as_wished = same_text(cell, model) != is_answer(model)
        return as_wished, names_in(model.source) <= names_in(cell.source), cell.cell_type == model.cell_type

    return max(reversed(cells), key=rank)
