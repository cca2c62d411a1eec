"""Matching the cells of a student's notebook with the cells of the released one."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field

from nbformat import NotebookNode

from autograder.submissions.cell_code import CompleteCode
from autograder.submissions.cells import (
    cells_by_grade_id,
    defined_names,
    grade_id,
    is_answer,
    normalized,
    same_text,
)


@dataclass
class Matches:
    """Which released cell each of the student's cells corresponds to: its grade id, by `id(cell)` of the student's.

    `redundant` are the cells that only repeat a released one. The lists name released cells by grade id: `copied` ones
    were there more than once, `unmarked` ones had lost their metadata, and the function of a `merged` one is defined
    in the cell of another.
    """

    grade_ids: dict[int, str] = field(default_factory=dict)
    redundant: set[int] = field(default_factory=set)
    copied: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)

    def is_missing(self, key: str) -> bool:
        """Tell whether no cell of the student's corresponds to a released one."""
        return key not in self.grade_ids.values() and key not in self.merged


def match_cells(cells: list[NotebookNode], released: list[NotebookNode], complete: CompleteCode) -> Matches:
    """Look for every released cell by its grade id, its function, its text, or the title above it, in this order."""
    matcher = _Matcher(cells, released, complete)
    matcher.match_by_grade_id()
    matcher.match_by_definition()
    matcher.match_by_text()
    matcher.match_by_title(released)
    matcher.find_redundant()
    return matcher.matches


class _Matcher:
    """The cells of both notebooks, and the matches so far."""

    def __init__(self, cells: list[NotebookNode], released: list[NotebookNode], complete: CompleteCode) -> None:
        self.matches = Matches()
        self._cells = cells
        self._complete = complete
        self._released = cells_by_grade_id(released)
        functions = {key: defined_names(cell.source) for key, cell in self._released.items() if is_answer(cell)}
        self._functions = {key: names for key, names in functions.items() if names}

    def match_by_grade_id(self) -> None:
        """Match cells with the same grade id, but not a read-only one in which a student wrote an answer."""
        answer_names = frozenset[str]().union(*self._functions.values())
        by_grade_id = defaultdict(list)
        for cell in self._cells:
            by_grade_id[grade_id(cell)].append(cell)
        for key, original in self._released.items():
            same_id = by_grade_id[key]
            if len(same_id) > 1:
                self.matches.copied.append(key)
            if not is_answer(original):
                same_id = [cell for cell in same_id if not defined_names(cell.source) & answer_names]
            if same_id:
                self.matches.grade_ids[id(_best(same_id, original))] = key

    def match_by_definition(self) -> None:
        """Where the cell of an answer is missing or untouched, match one that defines its function, if there is any."""
        for key, names in self._functions.items():
            original = self._released[key]
            current = next((cell for cell in self._cells if self.matches.grade_ids.get(id(cell)) == key), None)
            if current is not None and not same_text(current, original):
                continue
            if others := [cell for cell in self._cells if self._defines(cell, names) and not same_text(cell, original)]:
                if current is not None:
                    del self.matches.grade_ids[id(current)]  # an untouched stub, which becomes redundant
                self._match_definition(key, _best(others, original))

    def _defines(self, cell: NotebookNode, names: Set[str]) -> bool:
        """Tell whether a cell defines these functions, in code or in text that is Python."""
        return names <= defined_names(cell.source) and (cell.cell_type == "code" or cell.source in self._complete)

    def _match_definition(self, key: str, cell: NotebookNode) -> None:
        if id(cell) in self.matches.grade_ids:
            self.matches.merged.append(key)
        else:
            self._match_unmarked(key, cell)

    def match_by_text(self) -> None:
        """Match cells that have the same text but lost their metadata."""
        for key in filter(self.matches.is_missing, self._released):
            same = [cell for cell in self._unmatched() if same_text(cell, self._released[key])]
            if same:
                self._match_unmarked(key, same[0])

    def match_by_title(self, released: list[NotebookNode]) -> None:
        """Match a written answer that lost its metadata: the text cell below its title."""
        for title, original in itertools.pairwise(released):
            key = grade_id(original)
            if key and original.cell_type == "markdown" and self.matches.is_missing(key):
                below = [cell for above, cell in itertools.pairwise(self._cells) if same_text(above, title)]
                free = [cell for cell in below if id(cell) not in self.matches.grade_ids and cell.cell_type != "code"]
                if free:
                    self._match_unmarked(key, free[0])

    def find_redundant(self) -> None:
        """Find the cells that repeat a released one: a stub that runs after the answer would replace it."""
        texts = {normalized(cell.source) for cell in self._released.values()} - {""}
        self.matches.redundant = {id(cell) for cell in self._unmatched() if normalized(cell.source) in texts}

    def _match_unmarked(self, key: str, cell: NotebookNode) -> None:
        self.matches.grade_ids[id(cell)] = key
        self.matches.unmarked.append(key)

    def _unmatched(self) -> list[NotebookNode]:
        return [cell for cell in self._cells if id(cell) not in self.matches.grade_ids]


def _best(cells: list[NotebookNode], original: NotebookNode) -> NotebookNode:
    """Return the last cell that is answered (or unchanged, if read-only), has its functions and its type."""

    def preference(cell: NotebookNode) -> tuple[bool, bool, bool]:
        as_expected = same_text(cell, original) != is_answer(original)
        same_functions = defined_names(original.source) <= defined_names(cell.source)
        return as_expected, same_functions, cell.cell_type == original.cell_type

    return max(reversed(cells), key=preference)
