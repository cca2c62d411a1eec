"""The tables of an example as they are drawn: with the wrong cells, and the window that the first of them looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from autograder.course.text import Text
from autograder.results.example import UNEQUAL, Example, Table

EXPECTED, GOT, DIFFERENCE = Text("应为", "expected"), Text("得到", "got"), Text("差", "difference")
Place = tuple[int, int]
NOWHERE: frozenset[Place] = frozenset()


@dataclass(frozen=True)
class Grid:
    """A table with its label; `wrong` are the cells with a wrong value, `seen` what the first of them looks at."""

    label: Text
    cells: tuple[tuple[str, ...], ...]
    wrong: frozenset[Place] = NOWHERE
    seen: frozenset[Place] = NOWHERE
    first: Place | None = None


def grids_of(example: Example) -> list[Grid]:
    """Return the grids of an example, in the order in which they are read; none where a picture tells nothing.

    A value of the right shape but another type looks like the right one.
    """
    if example.difference:
        return [*_arguments(example), *_compared(example)]
    if [_size(table) for table in example.expected] == [_size(table) for table in example.got]:
        return []
    plain = ((EXPECTED, example.expected), (GOT, example.got))
    results = [Grid(_labelled(label, table), table.cells) for label, tables in plain for table in tables]
    return [*_arguments(example), *results]


def _arguments(example: Example) -> Iterator[Grid]:
    number, seen = _window(example)
    for place, table in enumerate(example.arguments):
        yield Grid(Text(table.label, table.label), table.cells, seen=seen if place == number else NOWHERE)


def _compared(example: Example) -> Iterator[Grid]:
    """Yield the tables in which something is wrong: what is right, what was got, and the difference."""
    for right, mine, gap in zip(example.expected, example.got, example.difference, strict=True):
        wrong = _filled(gap)
        if wrong:
            yield Grid(_labelled(EXPECTED, right), right.cells, first=min(wrong))
            yield Grid(_labelled(GOT, mine), mine.cells, wrong, first=min(wrong))
            if any(gap.cells[row][column] != UNEQUAL for row, column in wrong):
                yield Grid(_labelled(DIFFERENCE, gap), gap.cells, wrong)


def _labelled(label: Text, table: Table) -> Text:
    return Text(label.zh + table.label, label.en + table.label)


def _filled(table: Table) -> frozenset[Place]:
    return frozenset((i, j) for i, row in enumerate(table.cells) for j, text in enumerate(row) if text)


def _window(example: Example) -> tuple[int, frozenset[Place]]:
    """Return the argument over which another one slides, and the cells of it that the first wrong element looks at.

    The result of a window that slides has one element for each place of it: its size is that of the argument, less that
    of the window, plus one. Where no two arguments fit, the cells are none.
    """
    if len(example.difference) != 1:
        return 0, NOWHERE
    size, first = _size(example.expected[0]), min(_filled(example.difference[0]))
    for (number, whole), (_, part) in permutations(enumerate(map(_size, example.arguments)), 2):
        if part != (1, 1) and size == tuple(most - least + 1 for most, least in zip(whole, part, strict=True)):
            return number, frozenset((first[0] + i, first[1] + j) for i in range(part[0]) for j in range(part[1]))
    return 0, NOWHERE


def _size(table: Table) -> Place:
    return len(table.cells), len(table.cells[0])
