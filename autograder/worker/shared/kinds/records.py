"""Dataclasses and named tuples on the wire: the name of their type and their fields. No type is made from a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..messages import MAX_FIELDS, MAX_TYPE_NAME
from ..values import NamedTuple, Record
from .containers import read_items
from .kind import Kind, Packer, Packing, Reading, require, type_name

Fields = tuple[tuple[str, object], ...]


def _packer(kind: type) -> Packer | None:
    if issubclass(kind, Record):
        return lambda value, packing, depth: _pack("o", value.name, tuple(value.fields.items()), packing, depth)
    if issubclass(kind, NamedTuple):
        return lambda value, packing, depth: _pack("y", value.name, _named(value.names, value), packing, depth)
    if issubclass(kind, tuple):
        return _pack_named_tuple if _are_names(getattr(kind, "_fields", None)) else None
    return _pack_dataclass if isinstance(getattr(kind, "__dataclass_fields__", None), dict) else None


def _are_names(names: object) -> bool:
    """Tell whether something is what a named tuple has as the names of its fields."""
    return isinstance(names, tuple) and all(isinstance(name, str) for name in names)


def _pack_named_tuple(value: Any, packing: Packing, depth: int) -> object:
    names = type(value)._fields
    if len(names) != len(value):
        return packing.foreign(type_name(value))
    return _pack("y", type(value).__name__, _named(names, value), packing, depth)


def _named(names: Sequence[str], values: Sequence[object]) -> Fields:
    return tuple(zip(names, values, strict=True))


def _pack_dataclass(value: Any, packing: Packing, depth: int) -> object:
    from dataclasses import fields

    try:
        found = tuple((field.name, getattr(value, field.name)) for field in fields(value))
    except Exception:  # a field without a value, or with a property that fails
        return packing.foreign(type_name(value))
    return _pack("o", type(value).__name__, found, packing, depth)


def _pack(tag: str, name: str, fields: Fields, packing: Packing, depth: int) -> object:
    packing.count(2 * len(fields) + 3)
    if depth == 0 or len(fields) > MAX_FIELDS or max(len(n) for n in (name, *dict(fields))) > MAX_TYPE_NAME:
        return packing.foreign(name)
    inner = depth - 1
    return [tag, name, [name for name, _ in fields], *[packing.fold(item, inner) for _, item in fields]]


def _read(reading: Reading, depth: int, name: str, names: list[str], trees: tuple[Any, ...]) -> Fields:
    require(type(names) is list and len(names) == len(set(names)) == len(trees) <= MAX_FIELDS)
    require(all(type(each) is str and len(each) <= MAX_TYPE_NAME for each in (name, *names)))
    return _named(names, read_items(reading, depth, trees))


def _read_dataclass(reading: Reading, depth: int, name: str, names: list[str], *trees: Any) -> Record:
    return Record(name, dict(_read(reading, depth, name, names, trees)))


def _read_named_tuple(reading: Reading, depth: int, name: str, names: list[str], *trees: Any) -> NamedTuple:
    fields = _read(reading, depth, name, names, trees)
    return NamedTuple(name, tuple(names), [item for _, item in fields])


RECORDS = Kind(_packer, {"o": _read_dataclass, "y": _read_named_tuple})
