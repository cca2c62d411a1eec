"""Reading a source notebook of nbgrader: its metadata says what each cell is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from autograder.importing.marks import is_begin, is_end
from autograder.importing.model import Answer, Code, Piece, Prose, Tests, Written
from autograder.submissions.cells import nbgrader_metadata

HIDDEN_BEGINS = re.compile(r"\bBEGIN\s+HIDDEN\s+TESTS?\b", re.IGNORECASE)
HIDDEN_ENDS = re.compile(r"\bEND\s+HIDDEN\s+TESTS?\b", re.IGNORECASE)
SCHEME = "MARK SCHEME"
NAME_CELL = re.compile(r"\A\s*NAME\s*=\s*[\"'].*[\"']\s*(?:COLLABORATORS\s*=\s*[\"'].*[\"']\s*)?\Z")
HANDING_IN = re.compile(r"turn this (?:problem|assignment) in|Validate\*\* button", re.IGNORECASE)


def is_in_format(notebook: Any) -> bool:
    """Tell whether any cell has metadata of nbgrader that say what it is."""
    fields = ("grade", "solution", "task")
    return any(any(nbgrader_metadata(cell).get(field) for field in fields) for cell in notebook.cells)


def pieces(notebook: Any, _path: Path) -> list[Piece]:
    """Return the pieces of a source notebook in order, without the cells about handing in."""
    found = [_piece(cell, number) for number, cell in enumerate(notebook.cells, start=1)]
    return [piece for piece in found if piece is not None]


def _piece(cell: Any, number: int) -> Piece | None:
    facts = nbgrader_metadata(cell)
    name = str(facts.get("grade_id") or f"cell_{number}")
    if cell.cell_type == "markdown":
        return _text(cell.source, facts, name, number)
    if cell.cell_type != "code" or not cell.source.strip() or NAME_CELL.match(cell.source):
        return None
    if facts.get("solution"):
        return Answer(number, name, cell.source)
    if facts.get("grade"):
        return Tests(number, name, cell.source, _points(facts), hidden_lines(cell.source))
    return Code(number, cell.source)


def _text(source: str, facts: dict[str, Any], name: str, number: int) -> Piece | None:
    if facts.get("task"):
        task, scheme = split_scheme(source)
        return Written(number, name, _points(facts) or 1, f"{task}\n\n{scheme}".strip())
    if facts.get("solution"):
        return Written(number, name, _points(facts) or 1, _without_marks(source))
    return None if HANDING_IN.search(source) else Prose(source)


def _points(facts: dict[str, Any]) -> float | None:
    points = facts.get("points")
    return float(points) if isinstance(points, (int, float)) and points > 0 else None


def hidden_lines(source: str) -> frozenset[int]:
    """Return the numbers of the lines between the marks of hidden tests; a region without an end goes on."""
    inside, found = False, set()
    for number, line in enumerate(source.splitlines(), start=1):
        inside = (inside or HIDDEN_BEGINS.search(line) is not None) and not HIDDEN_ENDS.search(line)
        if inside:
            found.add(number)
    return frozenset(found)


def split_scheme(source: str) -> tuple[str, str]:
    """Return a task's text and the mark scheme inside its marks."""
    inside, parts = False, ([], [])  # type: tuple[bool, tuple[list[str], list[str]]]
    for line in source.splitlines():
        if is_begin(line, SCHEME) or is_end(line, SCHEME):
            inside = is_begin(line, SCHEME)
        else:
            parts[inside].append(line)
    return "\n".join(parts[0]).strip(), "\n".join(parts[1]).strip()


def _without_marks(source: str) -> str:
    kept = [line for line in source.splitlines() if not (is_begin(line, "SOLUTION") or is_end(line, "SOLUTION"))]
    return "\n".join(kept).strip()
