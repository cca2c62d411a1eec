"""Grids of numbers as inline SVG: marked cells framed and blue or green, wrong cells red, and all of it in words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import zip_longest

from rich.cells import cell_len

from ..messages import fill
from ..report.report import Grid, Place
from ..terminal import words

HEIGHT, LETTER, PADDING, MARGIN = 26, 8.2, 14, 2
# Fill, and text on it: each pair has a contrast of 7 or more, on light and on dark pages.
PLAIN, FIELD, WRONG, RIGHT = (
    ("#ffffff", "#1f2328"),
    ("#cfe4ff", "#0a2a5e"),
    ("#ffd9d6", "#6b0f0a"),
    ("#d3f3d8", "#0b3d17"),
)
FONT = "font:13px ui-monospace,Consolas,monospace"
LINE, FRAME = "#8c959f", "#1f2328"


def svg(grid: Grid, language: int) -> str:
    """Return a grid as an SVG picture with its label above it."""
    widths, rows = _widths(grid), len(grid.cells)
    size = f'width="{sum(widths) + 2 * MARGIN:.0f}" height="{rows * HEIGHT + 2 * MARGIN}"'
    # What is marked is drawn last, so that its frame lies above its neighbours.
    places = sorted(
        ((row, column) for row in range(rows) for column in range(len(grid.cells[row]))),
        key=lambda place: place in grid.marked,
    )
    cells = "".join(_cell(grid, place, widths) for place in places)
    described = escape(in_words(grid, language))
    picture = f'<svg {size} role="img" aria-label="{described}" style="{FONT}">{cells}</svg>'
    return f'<div style="text-align:center"><div>{escape(grid.label[language])}</div>{picture}</div>'


def _widths(grid: Grid) -> list[float]:
    """Return the widths of the columns, which are all one in a table of numbers."""
    columns = [max(map(cell_len, column), default=1) for column in zip_longest(*grid.cells, fillvalue="")]
    longest = columns if grid.is_text else [max(columns, default=1)] * len(columns)
    return [letters * LETTER + PADDING for letters in longest]


def _cell(grid: Grid, place: Place, widths: Sequence[float]) -> str:
    row, column = place
    marked, wrong = place in grid.marked, place in grid.wrong
    fill_, text = WRONG if wrong else (FIELD if grid.label.en == "X" else RIGHT) if marked else PLAIN
    width = widths[column]
    x, y = MARGIN + sum(widths[:column]), MARGIN + row * HEIGHT
    line = f'stroke="{FRAME}" stroke-width="2.5"' if marked else f'stroke="{LINE}"'
    bold = ' font-weight="bold"' if marked or wrong else ""
    box = f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{HEIGHT}" fill="{fill_}" {line}/>'
    middle = f'x="{x + width / 2:.1f}" y="{y + HEIGHT / 2 + 5:.0f}" text-anchor="middle"'
    if grid.is_text and column:
        middle = f'x="{x + PADDING / 2:.1f}" y="{y + HEIGHT / 2 + 5:.0f}" style="white-space:pre"'
    return f'{box}<text {middle} fill="{text}"{bold}>{escape(grid.cells[row][column])}</text>'


def in_words(grid: Grid, language: int) -> str:
    """Return what a grid shows in words: its numbers, and which cells are marked and which are wrong."""
    rows = "; ".join(" ".join(row) for row in grid.cells)
    parts = [f"{grid.label[language]}: {rows}"]
    for places, sentence in ((grid.marked, words.MARKED_CELLS), (grid.wrong, words.WRONG_CELLS)):
        if places:
            named = " ".join(f"[{row},{column}]" for row, column in sorted(places))
            parts.append(fill(sentence, cells=named)[language])
    return ". ".join(parts)
