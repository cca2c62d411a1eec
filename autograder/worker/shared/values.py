"""Plain values, the only things that cross between a worker and the grader, and their bytes.

None, bool, int, float, str and bytes cross as they are; a tensor crosses as dtype, shape and bytes; tuples,
lists and dicts cross with their items. Anything else is only named. There is no pickle, and nothing that could run
code on the reading side.
"""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from typing import Any

import msgpack  # type: ignore[import-untyped]
from torch import Tensor

from .tensors import fold_tensor, unfold_tensor

UNFINISHED = "Unfinished"  # names a statement that an earlier worker did not finish
MAX_DEPTH = 8
MAX_ITEMS = 100_000
MAX_INTEGER_BITS = 4096
MAX_MESSAGE = 2000
MAX_NAME = 100
MAX_PLACE = 1 << 24  # lines of the longest submission


class NotPlain(ValueError):
    """Raised for bytes that are no plain value."""


@dataclass(frozen=True)
class Foreign:
    """Stands for a value that does not cross; the worker wrote `type_name`, so show it only if it is a known one."""

    type_name: str


@dataclass(frozen=True)
class Raised:
    """An exception of the student's code: its built-in kinds (nearest first), name, message and place."""

    kinds: tuple[str, ...]
    name: str
    message: str
    cell: int | None
    line: int | None


def pack(value: object, limit: int) -> bytes:
    """Return the bytes of a plain value; tensors larger than `limit` bytes are only named."""
    return bytes(msgpack.packb(_fold(value, limit, MAX_DEPTH)))


def unpack(data: bytes) -> Any:
    """Return the plain value in `data`; raise `NotPlain` for anything else."""
    try:
        tree = msgpack.unpackb(data, max_array_len=MAX_ITEMS, max_map_len=0, max_ext_len=0)
        return _unfold(tree)
    except NotPlain:
        raise
    except (ValueError, TypeError, IndexError, KeyError, RuntimeError, OverflowError, RecursionError) as error:
        raise NotPlain(f"unreadable value: {error}") from None


def raised(error: BaseException, cell: int | None = None, line: int | None = None, hidden: str = "") -> Raised:
    """Describe an exception without the text `hidden`; one whose `__str__` fails has an empty message."""
    kinds = tuple(c.__name__ for c in type(error).__mro__ if getattr(builtins, c.__name__, None) is c)
    try:
        message = str(error.msg if isinstance(error, SyntaxError) else error)
        message = (message.replace(hidden, "") if hidden else message)[:MAX_MESSAGE]
    except BaseException:
        message = ""
    return Raised(kinds, type(error).__name__, message, cell, line)


def _fold(value: object, limit: int, depth: int) -> object:
    if value is None or type(value) in (bool, float, str, bytes):
        return value
    if isinstance(value, Tensor):
        return fold_tensor(value, limit)
    if isinstance(value, int):
        return int(value) if value.bit_length() < 64 else _fold_large(int(value))
    if isinstance(value, float):
        return float(value)
    if isinstance(value, str):
        return str(value)
    return _fold_container(value, limit, depth)


def _fold_large(value: int) -> object:
    return ["i", hex(value)] if value.bit_length() <= MAX_INTEGER_BITS else ["f", "int"]


def _fold_container(value: object, limit: int, depth: int) -> object:
    if isinstance(value, Raised):
        return ["r", list(value.kinds), value.name, value.message, value.cell, value.line]
    if isinstance(value, (tuple, list, dict)) and depth > 0 and len(value) <= MAX_ITEMS:
        if isinstance(value, dict):
            return ["d", [[_fold(k, limit, depth - 1), _fold(v, limit, depth - 1)] for k, v in value.items()]]
        return ["t" if isinstance(value, tuple) else "l", [_fold(item, limit, depth - 1) for item in value]]
    kind = type(value)
    return ["f", f"{kind.__module__}.{kind.__qualname__}"[:200]]


def _unfold(tree: Any) -> Any:
    if not isinstance(tree, list):
        return tree
    tag, *rest = tree
    if tag == "a":
        return unfold_tensor(*rest)
    if tag == "i":
        return int(rest[0][: MAX_INTEGER_BITS // 4 + 3], 16)
    if tag == "r":
        return _unfold_raised(*rest)
    if tag == "d":
        return {_unfold(key): _unfold(value) for key, value in rest[0]}
    if tag == "f":
        return Foreign(str(rest[0])[:200])
    if tag in ("t", "l"):
        return (tuple if tag == "t" else list)(map(_unfold, rest[0]))
    raise NotPlain(f"unknown tag {tag!r}")


def _unfold_raised(kinds: list[str], name: str, message: str, cell: int | None, line: int | None) -> Raised:
    """Read an exception; students see its kinds and its place, so neither may be a text that a worker made up."""
    if not all(place is None or (type(place) is int and 0 <= place < MAX_PLACE) for place in (cell, line)):
        raise NotPlain("not a place")
    known = tuple(kind for kind in kinds if isinstance(getattr(builtins, kind, None), type))
    return Raised(known, printable(name, MAX_NAME), printable(message, MAX_MESSAGE), cell, line)


def printable(text: object, most: int) -> str:
    """Return the beginning of a text from a worker without the characters that could control a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in str(text)[:most])
