"""Changes of one argument: a wrong value may be the right answer to arguments that are a little different."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import EllipsisType
from typing import Any

import numpy as np

from autograder.checks.relations.arrays import Array, as_array, is_floating, like

Change = Callable[[Any], Iterator[Any]]  # yields what an argument may become, nothing where it does not apply
Place = tuple[EllipsisType | int | slice, ...]  # the index of a part of a table
FEWEST_AXES = 2  # of a table
PAIR = 2


def _table(make: Callable[[Array], Array]) -> Change:
    """Return a change of the values of tables: of tensors and of arrays, which stay what they are."""

    def of(value: Any) -> Iterator[Any]:
        array = as_array(value) if is_floating(value) else None
        if array is not None and array.ndim >= FEWEST_AXES and array.size:
            yield like(value, make(array))

    return of


def _without(places: Callable[[int, int], Sequence[Place]]) -> Change:
    """Return a change that puts 0 in parts of a table; `places` is told the lengths of the last two axes."""

    def make(value: Array) -> Array:
        changed = value.copy()
        for place in places(*value.shape[-2:]):
            changed[place] = 0
        return changed

    return _table(make)


def _row(index: int | slice) -> Place:
    return ..., index, slice(None)


def _column(index: int | slice) -> Place:
    return ..., index


def _exchanged_halves(value: Array) -> Array:
    """Exchange the first half of the axes with the second."""
    half = value.ndim // 2
    return value.transpose(*range(half, value.ndim), *range(half))


def _first_element(value: Array) -> Array:
    return np.full_like(value, value.flat[0])


def _zero(value: Any) -> Iterator[Any]:
    if is_floating(value) and (array := as_array(value)) is not None:
        yield like(value, array * 0)
    elif isinstance(value, float):
        yield 0.0


def _number(step: int) -> Change:
    def of(value: Any) -> Iterator[Any]:
        if type(value) is int and value + step >= 0:
            yield value + step

    return of


def _pair(make: Callable[[tuple[int, ...]], Sequence[tuple[int, ...]]]) -> Change:
    """Return a change of a pair of numbers, and of each pair in a list of them."""

    def is_pair(value: Any) -> bool:
        return isinstance(value, tuple) and len(value) == PAIR and all(type(item) is int for item in value)

    def of(value: Any) -> Iterator[Any]:
        if is_pair(value):
            yield from make(value)
        elif isinstance(value, list) and value and all(map(is_pair, value)):
            yield from (list(pairs) for pairs in zip(*map(make, value), strict=True))

    return of


def _list(make: Callable[[list[Any]], list[Any]]) -> Change:
    def of(value: Any) -> Iterator[Any]:
        if isinstance(value, list) and len(value) >= PAIR:
            yield make(value)

    return of


CHANGES: dict[str, Change] = {  # by their names in `CHANGE_SENTENCES`
    "flipped": _table(lambda value: np.flip(value, (-2, -1))),
    "rows_flipped": _table(lambda value: np.flip(value, -2)),
    "columns_flipped": _table(lambda value: np.flip(value, -1)),
    "transposed": _table(_exchanged_halves),
    "absolute": _table(np.abs),
    "cut": _table(lambda value: value.clip(min=0)),
    "rounded": _table(np.round),
    "ones": _table(lambda value: value * 0 + 1),
    "first_element": _table(_first_element),
    "first_half": _without(lambda rows, columns: (_row(slice(rows // 2)), _column(slice(columns // 2)))),
    "first_repeated": _list(lambda items: items[:1] * len(items)),
    "left_out": _zero,
    "last_row_and_column": _without(lambda *_: (_row(-1), _column(-1))),
    "last_row": _without(lambda *_: (_row(-1),)),
    "last_column": _without(lambda *_: (_column(-1),)),
    "first_row_and_column": _without(lambda *_: (_row(0), _column(0))),
    "middle": _without(lambda rows, columns: ((..., rows // 2, columns // 2),)),
    "smaller": _number(-1),
    "larger": _number(1),
    "sides": _pair(lambda pair: [pair[::-1]]),
    "square": _pair(lambda pair: [(pair[0], pair[0]), (pair[1], pair[1])]),
    "first_item": _list(lambda items: items[:1]),
    "last_item": _list(lambda items: items[-1:]),
    "without_last": _list(lambda items: items[:-1]),
    "without_first": _list(lambda items: items[1:]),
    "reversed": _list(lambda items: items[::-1]),
}
