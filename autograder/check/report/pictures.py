"""Pictures of a wrong result: the input, the kernel, what was got, what is expected, and the difference."""

from __future__ import annotations

from typing import Any

from ..model import CaseVerdict, State, Text, Windows
from .differing import Tables, differing, fits, tables
from .lines import text_grids
from .report import Grid, Place

ROWS, COLUMNS = 8, 10  # the most that is drawn of a grid
GOT, EXPECTED, DIFFERENCE = Text("得到", "got"), Text("应为", "expected"), Text("差", "difference")
MORE = "…"


def grids(verdict: CaseVerdict) -> tuple[Grid, ...]:
    """Return what to draw of a case: the difference, or the student's own result where it is right."""
    if verdict.state is State.passed:
        return _result(verdict)
    got, expected = differing(verdict) or (None, None)
    if isinstance(got, str) and isinstance(expected, str):
        return text_grids(got, expected, (GOT, EXPECTED))
    both = tables(got, expected, verdict.case.rule)
    return _wrong(both, verdict.case.picture) if both is not None else ()


def _wrong(both: Tables, shown: Windows | None) -> tuple[Grid, ...]:
    got, expected = both.got, both.expected
    if got.shape != expected.shape:
        return (*_inputs(shown, None), *_plain(got, GOT), *_plain(expected, EXPECTED))
    places = both.places
    if not places:
        return ()
    window = places[0] if shown is not None and fits(shown, expected) else None
    return (*_inputs(shown, window), *_compared(both, places))


def _result(verdict: CaseVerdict) -> tuple[Grid, ...]:
    got, expected = verdict.got, verdict.case.expected
    if isinstance(got, tuple) and isinstance(expected, tuple) and got:
        got, expected = got[0], expected[0]
    both = tables(got, expected, verdict.case.rule)
    if both is None:
        return ()
    return (*_inputs(verdict.case.picture, None), *_plain(both.got, GOT), *_plain(both.expected, EXPECTED))


def _inputs(shown: Windows | None, place: tuple[int, ...] | None) -> tuple[Grid, ...]:
    if shown is None:
        return ()
    field: frozenset[Place] = frozenset()
    if place is not None:
        k_h, k_w = shown.kernel.shape
        field = frozenset((place[0] + a, place[1] + b) for a in range(k_h) for b in range(k_w))
    return Grid(Text("X", "X"), cells(shown.image), field), Grid(Text("K", "K"), cells(shown.kernel))


def _plain(table: Any, label: Text) -> tuple[Grid, ...]:
    return (Grid(label, cells(table)),) if 0 < table.ndim <= 2 and 0 not in table.shape else ()


def _compared(both: Tables, places: list[tuple[int, ...]]) -> tuple[Grid, ...]:
    """Return the grids of two tables of one shape; of more than two axes, the slice with the first wrong element."""
    slice_ = places[0][:-2]
    if not places[0]:
        return ()
    at = f"[{', '.join(map(str, slice_))}]" if slice_ else ""
    got, expected = both.got[slice_], both.expected[slice_]
    wrong = frozenset(_row_and_column(place) for place in places if place[:-2] == slice_)
    first = frozenset({_row_and_column(places[0])})
    minus = both.library.minus(got, expected)
    drawn = Grid(_at(GOT, at), cells(got), first, wrong), Grid(_at(EXPECTED, at), cells(expected), first)
    return drawn if minus is None else (*drawn, Grid(_at(DIFFERENCE, at), cells(minus), frozenset(), wrong))


def _row_and_column(place: tuple[int, ...]) -> Place:
    return (place[-2], place[-1]) if len(place) > 1 else (0, place[0])


def _at(label: Text, place: str) -> Text:
    return Text(label.zh + place, label.en + place)


def cells(table: Any) -> tuple[tuple[str, ...], ...]:
    """Return the elements of a table of one or two axes as text, and no more than fit on a screen."""
    lines = table.reshape(-1, table.shape[-1])
    rows = [_row([number(value) for value in line.tolist()]) for line in lines[:ROWS]]
    if len(lines) > ROWS:
        rows.append((MORE,) * len(rows[0]))
    return tuple(rows)


def _row(numbers: list[str]) -> tuple[str, ...]:
    return tuple(numbers) if len(numbers) <= COLUMNS else (*numbers[:COLUMNS], MORE)


def number(value: object) -> str:
    """Return a number in at most four digits, a bool as 0 or 1; anything else as its text."""
    return f"{value + 0.0:.4g}" if isinstance(value, (int, float)) else str(value)
