"""Tuples, lists, dicts and sets on the wire, with their items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from ..messages import AS_THEY_ARE, MAX_DEPTH, SCALARS
from .kind import Kind, Packer, Packing, Reading, require, type_name
from .plain import KEY_TYPES

MOST_OF_ONE_HASH = 32  # keys of a dict or items of a set: among many, each would be compared with all others


def are_keys(values: Collection[object]) -> bool:
    """Tell whether values may be the keys of a dict: they are hashable and plain, and their hashes hardly collide."""
    if not all(is_key(value, MAX_DEPTH) for value in values):
        return False
    return max(Counter(map(hash, values)).values(), default=0) <= MOST_OF_ONE_HASH


def is_key(value: object, depth: int) -> bool:
    """Tell whether a value is hashable and plain."""
    if isinstance(value, (tuple, frozenset)):
        return depth > 0 and all(is_key(item, depth - 1) for item in value)
    return isinstance(value, KEY_TYPES)


def _packer(kind: type) -> Packer | None:
    return next((pack for base, pack in PACKERS if issubclass(kind, base)), None)


def _pack_tuple(value: tuple[object, ...], packing: Packing, depth: int) -> object:
    return _pack_items("t", value, packing, depth)


def _pack_list(value: list[object], packing: Packing, depth: int) -> object:
    return _pack_items("l", value, packing, depth)


def _pack_items(tag: str, value: Collection[object], packing: Packing, depth: int) -> object:
    if depth == 0:
        return packing.foreign(type_name(value))
    packing.count(len(value) + 2)
    fold, inner = packing.fold, depth - 1
    return [tag, *[item if type(item) in AS_THEY_ARE else fold(item, inner) for item in value]]


def _pack_set(value: set[object], packing: Packing, depth: int) -> object:
    if not are_keys(value):
        return packing.foreign(type_name(value))
    return _pack_items("z" if isinstance(value, frozenset) else "s", value, packing, depth)


def _pack_dict(value: dict[object, object], packing: Packing, depth: int) -> object:
    if depth == 0:
        return packing.foreign(type_name(value))
    packing.count(2 * len(value) + 2)
    if all(type(key) is str for key in value):
        return {key: packing.fold(item, depth - 1) for key, item in value.items()}
    if not are_keys(value):
        return packing.foreign(type_name(value))
    return ["m", *[packing.fold(each, depth - 1) for item in value.items() for each in item]]


PACKERS: tuple[tuple[type, Packer], ...] = (
    (tuple, _pack_tuple),
    (list, _pack_list),
    (dict, _pack_dict),
    (set, _pack_set),
    (frozenset, _pack_set),
)


def read_items(reading: Reading, depth: int, trees: Iterable[Any]) -> list[Any]:
    """Return the values that trees stand for, one container deeper."""
    require(depth > 0)
    unfold, inner = reading.unfold, depth - 1
    return [tree if type(tree) in SCALARS else unfold(tree, inner) for tree in trees]


def read_map(reading: Reading, depth: int, tree: dict[Any, Any]) -> dict[str, Any]:
    """Return the dict with text keys that a map of the skeleton stands for."""
    require(depth > 0 and all(type(key) is str for key in tree))
    return {key: reading.unfold(item, depth - 1) for key, item in tree.items()}


def _read_tuple(reading: Reading, depth: int, *trees: Any) -> tuple[Any, ...]:
    return tuple(read_items(reading, depth, trees))


def _read_list(reading: Reading, depth: int, *trees: Any) -> list[Any]:
    return read_items(reading, depth, trees)


def _read_set(reading: Reading, depth: int, *trees: Any) -> set[Any]:
    items = read_items(reading, depth, trees)
    require(are_keys(items))
    return set(items)


def _read_frozenset(reading: Reading, depth: int, *trees: Any) -> frozenset[Any]:
    return frozenset(_read_set(reading, depth, *trees))


def _read_dict(reading: Reading, depth: int, *trees: Any) -> dict[Any, Any]:
    items = read_items(reading, depth, trees)
    require(are_keys(items[::2]))
    return dict(zip(items[::2], items[1::2], strict=True))


CONTAINERS = Kind(_packer, {"t": _read_tuple, "l": _read_list, "m": _read_dict, "s": _read_set, "z": _read_frozenset})
