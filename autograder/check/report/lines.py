"""Two texts side by side, line by line."""

from __future__ import annotations

from ..kinds.texts import first_wrong_line, has_lines, lines_of
from ..model import Text
from .report import Grid

ROWS, WIDTH = 8, 36  # the most that is drawn of a text
BEFORE = 3  # right lines that are drawn before the first wrong one


def text_grids(got: str, expected: str, labels: tuple[Text, Text]) -> tuple[Grid, ...]:
    """Return the lines around the first wrong one of two texts; nothing where neither has a line break."""
    wrong = first_wrong_line(got, expected) if has_lines(got, expected) else None
    if wrong is None:
        return ()
    start, sides = max(0, wrong - BEFORE), (lines_of(got), lines_of(expected))
    longest = min(start + ROWS, max(map(len, sides)))
    numbers = range(start, longest)
    differ = {number for number in numbers if _line(sides[0], number) != _line(sides[1], number)}
    return tuple(_grid(label, side, numbers, differ) for label, side in zip(labels, sides, strict=True))


def _line(lines: list[str], number: int) -> str | None:
    return lines[number] if number < len(lines) else None


def _grid(label: Text, lines: list[str], numbers: range, differ: set[int]) -> Grid:
    there = [number for number in numbers if number < len(lines)]
    cells = tuple((str(number + 1), _cut(lines[number])) for number in there) or (("", ""),)
    places = [(number - numbers.start, 1) for number in there if number in differ]
    return Grid(label, cells, frozenset(places[:1]), frozenset(places), is_text=True)


def _cut(line: str) -> str:
    shown = "".join(one if one.isprintable() else " " for one in line)
    return shown if len(shown) <= WIDTH else f"{shown[: WIDTH - 1]}…"
