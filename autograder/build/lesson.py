"""Reading a lesson: its text in Markdown with slots in it, and the code cells that fill some of the slots."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import jupytext  # type: ignore[import-untyped]

from autograder.build.python import imports_of
from autograder.course.errors import UsageError

KINDS = ("code", "given", "exercise", "written")


@dataclass(frozen=True)
class Prose:
    """A piece of text that becomes a Markdown cell."""

    text: str


@dataclass(frozen=True)
class Slot:
    """A place in the text for something written elsewhere; a `written` slot holds its model answer in `text`."""

    kind: str
    name: str
    text: str = ""

    def __str__(self) -> str:
        return f'{self.kind}="{self.name}"'


@dataclass(frozen=True)
class CodeCell:
    """A code cell of the lesson; if it is folded, Jupyter shows its output only."""

    source: str
    folded: bool


def read_lesson(text: str, name: str) -> list[Prose | Slot]:
    """Split a lesson's Markdown, with a new cell at each heading; raise `UsageError` for code that is in no slot."""
    cells = _cells(text, {"extension": ".md", "split_at_heading": True})
    return [_piece(cell.cell_type, cell.source, cell.metadata, name) for cell in cells]


def _piece(cell_type: str, source: str, metadata: dict[str, str], name: str) -> Prose | Slot:
    kind = next((kind for kind in KINDS if kind in metadata), None)
    if kind is None and cell_type == "markdown":
        return Prose(source)
    if kind is None or (source.strip() and kind != "written"):
        first = (source.splitlines() or ["(empty)"])[0]
        raise UsageError(f"{name}: this code is in no slot: {first}. Put it into the .py file beside the text.")
    return Slot(kind, metadata[kind], source)


def check_slots(pieces: list[Prose | Slot], expected: list[Slot], name: str) -> None:
    """Raise `UsageError` unless the lesson has each of the expected slots once, and no other."""
    found = Counter(str(piece) for piece in pieces if isinstance(piece, Slot))
    wanted = set(map(str, expected))
    if missing := sorted(wanted - found.keys()):
        raise UsageError(f"{name}: a slot is missing: {', '.join(missing)}. Put it where it belongs in the text.")
    if unknown := sorted(found.keys() - wanted):
        raise UsageError(f"{name}: there is nothing for the slot {', '.join(unknown)}. Correct its name or remove it.")
    if doubled := sorted(slot for slot, count in found.items() if count > 1):
        raise UsageError(f"{name}: a slot stands twice: {', '.join(doubled)}. Remove one of them.")


def read_code(text: str, name: str) -> tuple[list[str], dict[str, CodeCell]]:
    """Return the imports at the head of a lesson's code file (jupytext's percent format), and its cells by name."""
    if not text.strip():
        return [], {}
    cells: dict[str, CodeCell] = {}
    head, *named = _cells(text, {"extension": ".py", "format_name": "percent"})
    for cell in named:
        key = cell.metadata.get("name")
        if not key or key in cells:
            raise UsageError(f'{name}: every cell needs a name of its own, as in: # %% name="figure". See: {key}')
        cells[key] = CodeCell(cell.source, cell.metadata.get("jupyter", {}).get("source_hidden", False))
    return imports_of(head.source), cells


def _cells(text: str, fmt: dict[str, object]) -> list[Any]:
    cells: list[Any] = jupytext.reads(text, fmt=fmt).cells
    return cells
