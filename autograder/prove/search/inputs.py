"""Other arguments than those of a call: other sizes and signs, zeros, repeats, empty and long ones."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from typing import Any

from autograder.prove.spoiling.conditions import LONG
from autograder.prove.spoiling.kinds import is_array, is_float
from autograder.prove.spoiling.values import changed

RANDOM_INPUTS = 200  # from one call, after those in which one thing is changed
Args = tuple[Any, ...]
WORDS = "A rose is A rose is a Rose "


def other_inputs(args: Args, random: Random) -> Iterator[Args]:
    """Yield arguments like these: first with one change each, then with several that are drawn."""
    for place, value in enumerate(args):
        yield from (_with(args, place, other) for other in _variants(value, random))
    together = list(resized_together(args))
    yield from together
    for _ in range(RANDOM_INPUTS if args else 0):
        mixed = random.choice([args, *together])
        for place in random.sample(range(len(args)), random.randint(1, len(args))):
            if variants := _variants(mixed[place], random):
                mixed = _with(mixed, place, random.choice(variants))
        yield mixed


def _with(args: Args, place: int, value: Any) -> Args:
    return (*args[:place], value, *args[place + 1 :])


def _variants(value: Any, random: Random) -> list[Any]:
    """Return other values of the same type; none for a type that is not known."""
    if is_array(value):
        return list(_each(value, _array_changes(value, random)))
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [0, 1, 2, value + 1, value - 1, -value, 2 * value, LONG + 1, LONG + 2]
    if isinstance(value, float):
        return [0.0, 1, -value, value + 0.5, round(value), 100 * value, value / 1e4, random.gauss(0, 1)]
    if isinstance(value, (str, bytes)):
        return list(_each(value, _text_changes(value)))
    if isinstance(value, (set, frozenset)) and value:
        return [type(value)(), type(value)(list(value)[1:])]
    if isinstance(value, (tuple, list, dict)) and value:
        return list(_container_changes(value, random))
    return []


def _each(value: Any, changes: list[Callable[[Any], Any]]) -> Iterator[Any]:
    """Yield what each change makes of a value; a change that is not defined for it makes nothing."""
    for change in changes:
        with contextlib.suppress(Exception):
            yield change(value)


def _array_changes(array: Any, random: Random) -> list[Callable[[Any], Any]]:
    """Return changes of the values of an array, then of its sizes."""
    values: list[Callable[[Any], Any]] = [
        lambda one: -one,
        lambda one: one * 0,
        lambda one: one * 0 + one.reshape(-1)[0],
        lambda one: one * 100,
        lambda one: one / 1e4 if is_float(one) else one + 1,
        lambda one: abs(one),
        lambda one: resized(resized(one, 0, one.shape[-1]), -1, one.shape[0]),
        lambda one: one * random.choice((-3, 0, 2)) + random.randint(-2, 2),
    ]
    sizes = [(axis, other) for axis, size in enumerate(array.shape) for other in _sizes(size)]
    return [*values, *(partial(resized, axis=axis, size=other) for axis, other in sizes)]


def _sizes(size: int) -> list[int]:
    return [other for other in (1, size - 1, size + 1, 2, 4, 5, LONG + 1, LONG + 2) if other > 0 and other != size]


def resized(array: Any, axis: int, size: int) -> Any:
    """Return an array that is so long along an axis: cut, or with its values again and again."""
    places = [place % array.shape[axis] for place in range(size)]
    return array.swapaxes(0, axis)[places].swapaxes(0, axis)


def resized_together(args: Args) -> Iterator[Args]:
    """Yield arguments in which one size has become another everywhere, in whole numbers too, for what belongs together.

    Only arrays and what stands beside them are looked at.
    """
    arrays = [value for value in args if is_array(value)]
    for size in sorted({size for array in arrays for size in array.shape if size}):
        for other in _sizes(size):
            yield tuple(_sized(value, size, other) for value in args)


def _sized(value: Any, size: int, other: int) -> Any:
    if is_array(value):
        for axis, length in enumerate(value.shape):
            value = resized(value, axis, other) if length == size else value
        return value
    return changed(value, lambda item: other if type(item) is int and item == size else item)


def _text_changes(text: Any) -> list[Callable[[Any], Any]]:
    words = WORDS if isinstance(text, str) else WORDS.encode()
    return [
        lambda one: one[:0],
        lambda one: one[:1],
        lambda one: one[::-1],
        lambda one: one + one,
        lambda one: one.upper(),
        lambda one: one.title(),
        lambda one: words[:2] + one + words,
        lambda one: words[-1:] + one,
        lambda one: one * (LONG + 1),
    ]


def _container_changes(value: Any, random: Random) -> Iterator[Any]:
    """Yield what may become of a container: fewer and more items, another order, equal ones, or one item changed."""
    if isinstance(value, dict):
        yield {}
        for key in value:
            yield {other: item for other, item in value.items() if other != key}
            yield from ({**value, key: item} for item in _variants(value[key], random))
        return
    if isinstance(value, list):
        many = value * (LONG // len(value) + 1)
        yield from ([], value[:1], value[:-1], value + value[:1], value * 2, many)
    yield _like(value, value[::-1])
    yield _like(value, value[:1] * len(value))
    place = random.randrange(len(value))
    for item in _variants(value[place], random):
        yield _like(value, [*value[:place], item, *value[place + 1 :]])


def _like(value: Any, items: Any) -> Any:
    return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)
