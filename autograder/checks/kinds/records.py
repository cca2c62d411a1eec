"""Comparing dataclasses and named tuples, by the name of their type and field by field."""

from __future__ import annotations

import copy
import dataclasses
from typing import Any

from autograder.checks.kinds.kind import ITEM_BYTES, Compare, Copy, Form, Kind, Same, Size
from autograder.checks.kinds.rule import Rule
from autograder.checks.kinds.wording import EXTRA_FIELDS, FIELD, MISSING_FIELDS, part, wrong_type
from autograder.checks.type_names import type_name
from autograder.course.outcome import WrongValue
from autograder.course.text import Text
from autograder.worker.shared.values import NamedTuple, Record


def _takes(kind: type) -> bool:
    return issubclass(kind, NamedTuple) or _is_named_tuple(kind) or dataclasses.is_dataclass(kind)


def _is_named_tuple(kind: type) -> bool:
    return issubclass(kind, tuple) and isinstance(getattr(kind, "_fields", None), tuple)


def _is_tuple(value: object) -> bool:
    return isinstance(value, tuple)


def _name_of(value: Any) -> str:
    return str(value.name) if isinstance(value, (Record, NamedTuple)) else type(value).__name__


def fields_of(value: Any) -> dict[str, Any]:
    """Return the values of the fields of a dataclass or a named tuple by their names."""
    if isinstance(value, (Record, NamedTuple)):
        return value.fields
    if _is_named_tuple(type(value)):
        return dict(zip(value._fields, value, strict=True))
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}


def _compare(got: Any, expected: Any, rule: Rule, what: Text, inner: Compare) -> None:
    name = _name_of(expected)
    if not _takes(type(got)) or _is_tuple(got) != _is_tuple(expected) or _name_of(got) != name:
        raise wrong_type(got, expected, what, type_name(got), name)
    came, asked = fields_of(got), fields_of(expected)
    if missing := [field for field in asked if field not in came]:
        raise WrongValue(MISSING_FIELDS.format(what=what, names=", ".join(missing)), got, expected)
    if len(came) > len(asked):
        raise WrongValue(EXTRA_FIELDS.format(what=what, count=len(came) - len(asked)), got, expected)
    for field, wanted in asked.items():
        inner(came[field], wanted, rule.in_order, part(FIELD, what, name=field))


def _same(one: Any, other: Any, bound: float, inner: Same) -> bool:
    mine, others = fields_of(one), fields_of(other)
    if (_name_of(one), _is_tuple(one), list(mine)) != (_name_of(other), _is_tuple(other), list(others)):
        return False
    return all(inner(mine[field], others[field], bound) for field in mine)


def _copied(value: Any, double: bool, inner: Copy) -> Any:
    fields = {name: inner(item, double) for name, item in fields_of(value).items()}
    if isinstance(value, NamedTuple):
        return NamedTuple(value.name, value.names, fields.values())
    if isinstance(value, Record):
        return Record(value.name, fields)
    if _is_named_tuple(type(value)):
        return type(value)._make(fields.values())
    made = copy.copy(value)
    for name, item in fields.items():
        object.__setattr__(made, name, item)
    return made


def _form(value: Any, inner: Form) -> object:
    return ["record", _name_of(value), _is_tuple(value), inner(list(fields_of(value).items()))]


def _size(value: Any, inner: Size) -> int:
    return ITEM_BYTES + sum(ITEM_BYTES + inner(item) for item in fields_of(value).values())


RECORDS = Kind(_takes, _compare, _same, _copied, _form, _size)
