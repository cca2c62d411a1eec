"""What wrong numbers have to do with the right ones, where one thing explains every wrong case of an exercise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..kinds.tables import library_of
from ..model import CaseVerdict, Raises, State, Text
from .differing import differing

LEAST = 3  # different numbers; fewer may be related by chance
CLOSE = 1e-6
Numbers = list[float]
RELATIONS: tuple[tuple[Callable[[float, float], bool], Text], ...] = (
    (lambda got, right: _near(got, right - 1), Text("每个数都正好小 1。", "Every number is just 1 too small.")),
    (lambda got, right: _near(got, right + 1), Text("每个数都正好大 1。", "Every number is just 1 too large.")),
    (lambda got, right: _near(got, -right), Text("每个数的正负号都反了。", "Every number has the opposite sign.")),
    (
        lambda got, right: _near(got, 2 * right),
        Text("每个数都正好是应有的两倍。", "Every number is just twice what it should be."),
    ),
    (
        lambda got, right: _near(2 * got, right),
        Text("每个数都正好是应有的一半。", "Every number is just half of what it should be."),
    ),
)
TRANSPOSED = Text("行和列正好对调了。", "Rows and columns are just exchanged.")


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= CLOSE * max(1.0, abs(other))


def relation(verdicts: Sequence[CaseVerdict]) -> Text | None:
    """Return the one relation that explains every wrong value, None where there is none or a case is wrong otherwise.

    Cases that ask for an exception do not count.
    """
    failed = [one for one in verdicts if one.state is State.failed and not isinstance(one.case.expected, Raises)]
    if not failed or any(differing(one) is None for one in failed):
        return None
    pairs = [(one.got, one.case.expected) for one in failed]
    if all(_is_transposed(_rows(got), _rows(right)) for got, right in pairs):
        return TRANSPOSED
    return _of_numbers([(_flat(got), _flat(right)) for got, right in pairs])


def _of_numbers(tables: Sequence[tuple[Numbers, Numbers]]) -> Text | None:
    """Return the relation of all numbers; a few, or ones that are all alike, may be related by chance."""
    if any(not right or len(got) != len(right) for got, right in tables):
        return None
    pairs = [pair for got, right in tables for pair in zip(got, right, strict=True)]
    holding = [sentence for holds, sentence in RELATIONS if all(holds(*pair) for pair in pairs)]
    return holding[0] if len({right for _, right in pairs}) >= LEAST and len(holding) == 1 else None


def _is_transposed(got: list[Numbers], right: list[Numbers]) -> bool:
    return bool(got) and got == [list(column) for column in zip(*right, strict=True)]


def _rows(value: object) -> list[Numbers]:
    """Return the rows of a table of two axes, none of anything else."""
    library = library_of(value)
    table = library.drawn(value) if library else None
    return table.tolist() if table is not None and table.ndim == 2 else []


def _flat(value: object) -> Numbers:
    """Return the numbers of a table, of a tuple or a list, or a number; none where there is anything else."""
    if isinstance(value, (tuple, list)):
        parts = [_flat(one) for one in value]
        return [number for part in parts for number in part] if all(parts) else []
    library = library_of(value)
    table = library.drawn(value) if library else None
    numbers: list[Any] = table.reshape(-1).tolist() if table is not None else [value]
    return numbers if all(isinstance(one, (int, float)) and not isinstance(one, bool) for one in numbers) else []
