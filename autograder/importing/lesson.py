"""Writing the lesson of an imported notebook: its text with slots, and the code cells that fill some of them."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import jupytext  # type: ignore[import-untyped]
from nbformat import v4

from autograder.importing.answers import parsed
from autograder.importing.definitions import Definition, first_line
from autograder.importing.model import Answer, Code, Material, Piece, Prose, Written

PLAIN = {"jupytext": {"notebook_metadata_filter": "-all"}}


def lesson_text(pieces: Sequence[Piece], title: str, material: Material, given: Collection[str]) -> str:
    """Return the lesson in Markdown: prose as it was, and a slot for each code cell, exercise and question."""
    cells = [cell for piece in pieces for cell in _cells(piece, material, given)]
    first = cells[0] if cells else None
    if first is None or first.cell_type != "markdown" or first.metadata or not first.source.startswith("# "):
        cells.insert(0, _prose(f"# {title}"))
    notebook = v4.new_notebook(cells=cells, metadata=PLAIN)  # type: ignore[no-untyped-call]
    return str(jupytext.writes(notebook, fmt="md"))


def _cells(piece: Piece, material: Material, given: Collection[str]) -> Iterator[Any]:
    if isinstance(piece, Prose):
        yield _prose(piece.text)
    elif isinstance(piece, Written):
        yield v4.new_markdown_cell(piece.text, metadata={"written": slot_name(piece)})  # type: ignore[no-untyped-call]
    elif isinstance(piece, (Code, Answer)):
        for name in _definitions(piece, given):
            yield _slot("given", name)
        if isinstance(piece, Code) and code_left(piece, given):
            yield _slot("code", f"cell_{piece.cell}")
        for exercise in material.exercises.values():
            if isinstance(piece, Answer) and exercise.cell == piece.cell:
                yield _slot("exercise", exercise.name)


def _prose(text: str) -> Any:
    return v4.new_markdown_cell(text)  # type: ignore[no-untyped-call]


def _slot(kind: str, name: str) -> Any:
    return v4.new_code_cell("", metadata={kind: name})  # type: ignore[no-untyped-call]


def slot_name(piece: Written) -> str:
    """Return the name of a written question as a manifest takes it."""
    return "".join(letter if letter.isalnum() else "_" for letter in piece.name)


def _definitions(piece: Code | Answer, given: Collection[str]) -> list[str]:
    statements = parsed(piece.source) or []
    return [one.name for one in statements if isinstance(one, Definition) and one.name in given]


def code_left(piece: Code, given: Collection[str]) -> str:
    """Return the source of a code cell without the definitions that stand in slots of their own."""
    statements = parsed(piece.source)
    if statements is None:
        return ""
    taken = set[int]()
    for one in statements:
        if isinstance(one, Definition) and one.name in given:
            taken.update(range(first_line(one), (one.end_lineno or one.lineno) + 1))
    lines = [line for number, line in enumerate(piece.source.splitlines(), start=1) if number not in taken]
    return "\n".join(lines).strip()


def lesson_code(pieces: Sequence[Piece], material: Material, given: Collection[str]) -> str:
    """Return the code cells of a lesson, each under its name, after the imports of the notebook."""
    imports = sorted({ast.unparse(one) for one in material.imports})
    cells = [
        f'# %% name="cell_{piece.cell}"\n{source}'
        for piece in pieces
        if isinstance(piece, Code) and (source := code_left(piece, given))
    ]
    head = ['"""The code cells of the lesson."""', *(["\n".join(imports)] if imports else [])]
    return "\n\n".join([*head, *cells]) + "\n"
