"""Grids side by side on a terminal: right-aligned numbers, marks in brackets, and full-width characters measured."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text as Line

from ..report.report import Grid

GAP = 3
INDENT = 2
FIELD, WRONG, RIGHT = "bold blue", "bold red", "bold green"


def side_by_side(grids: Sequence[Grid], language: int, width: int) -> list[Line]:
    """Return the lines of the grids, as many side by side as fit."""
    blocks = [_block(grid, language) for grid in grids]
    rows: list[list[list[Line]]] = []
    used = width + 1
    for block in blocks:
        needed = _width(block) + GAP
        if used + needed > width:
            rows.append([])
            used = INDENT
        rows[-1].append(block)
        used += needed
    return [line for row in rows for line in _joined(row)]


def _block(grid: Grid, language: int) -> list[Line]:
    """Return a grid as its label and a line for each of its rows."""
    columns = list(zip(*grid.cells, strict=True))
    widths = [max(map(cell_len, column)) for column in columns]
    rows = [
        Line("").join(_cell(grid, (row, column), text, widths[column]) for column, text in enumerate(cells))
        for row, cells in enumerate(grid.cells)
    ]
    return [Line(f" {grid.label[language]}", "dim"), *rows]


def _cell(grid: Grid, place: tuple[int, int], text: str, width: int) -> Line:
    marked, wrong = place in grid.marked, place in grid.wrong
    room = " " * (width - cell_len(text))
    shown = f"{text}{room}" if grid.is_text and place[1] else f"{room}{text}"
    style = WRONG if wrong else FIELD if marked and grid.label.en == "X" else RIGHT if marked else ""
    return Line(f"[{shown}]" if marked else f" {shown} ", style)


def _width(block: Sequence[Line]) -> int:
    return max(line.cell_len for line in block)


def _joined(blocks: Sequence[list[Line]]) -> list[Line]:
    """Return blocks side by side as lines."""
    widths = [_width(block) for block in blocks]
    lines = []
    for number in range(max(map(len, blocks))):
        line = Line(" " * INDENT)
        for block, width in zip(blocks, widths, strict=True):
            part = block[number] if number < len(block) else Line("")
            line.append_text(part).append(" " * (width - part.cell_len + GAP))
        line.rstrip()
        lines.append(line)
    return lines
