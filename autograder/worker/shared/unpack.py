"""From the bytes of a message back to the plain value; nothing here could run code."""

from __future__ import annotations

import builtins
import struct
from collections.abc import Callable
from typing import Any

import msgpack  # type: ignore[import-untyped]
from torch import Tensor

from .messages import (
    MAX_DEPTH,
    MAX_INTEGER_BITS,
    MAX_NODES,
    MAX_SKELETON_BYTES,
    MAX_TYPE_NAME,
    SKELETON_LENGTH,
    UNICODE_ERRORS,
)
from .tensors import make_tensor, tensor_size
from .values import MAX_MESSAGE, MAX_NAME, MAX_PLACE, Foreign, NotPlain, Raised, TooMuch, printable

MAX_KINDS = 64
SCALARS = frozenset((type(None), bool, int, float, str, bytes))
UNREADABLE = (struct.error, ValueError, TypeError, IndexError, KeyError, RuntimeError, OverflowError)


def unpack(message: bytes) -> Any:
    """Return the plain value in a message of the grader's own; raise `NotPlain` for anything else."""
    nodes = 2 * len(message)  # no byte stands for more than an item and the container that it is
    return _read(message, len(message), nodes)[0]


def unpack_reply(message: bytes, most_nodes: int = MAX_NODES) -> tuple[Any, int]:
    """Return the plain value in a worker's message, and the nodes of its skeleton.

    Raises `TooMuch` for more than `most_nodes` of them, and `NotPlain` for what is no plain value.
    """
    return _read(message, MAX_SKELETON_BYTES, most_nodes)


def _read(message: bytes, skeleton_bytes: int, most_nodes: int) -> tuple[Any, int]:
    try:
        (length,) = SKELETON_LENGTH.unpack_from(message)
        if length > skeleton_bytes:
            raise TooMuch(f"a skeleton of {length} bytes")
        start = SKELETON_LENGTH.size
        count = _NodeCount(most_nodes)
        tree = msgpack.unpackb(
            memoryview(message)[start : start + length],
            max_ext_len=0,
            unicode_errors=UNICODE_ERRORS,
            list_hook=count.add,
            object_hook=count.add,
        )
        unfolder = _Unfolder(memoryview(message), start + length)
        value = unfolder.unfold(tree, MAX_DEPTH)
        unfolder.finish()
        return value, count.nodes
    except NotPlain:
        raise
    except UNREADABLE as error:
        raise NotPlain(f"unreadable value: {error}") from None


class _NodeCount:
    """Counts the lists and maps of a skeleton with their items, and ends the reading of one that has too many."""

    def __init__(self, most: int) -> None:
        self.nodes = 0
        self._most = most

    def add(self, container: Any) -> Any:
        """Count a list or a map that was read."""
        self.nodes += len(container) + 1
        if self.nodes > self._most:
            raise TooMuch("too many items")
        return container


class _Unfolder:
    """Reads the tree of one skeleton, and the contents of its tensors in their order."""

    def __init__(self, message: memoryview, contents_start: int) -> None:
        self._message = message
        self._place = contents_start

    def unfold(self, tree: Any, depth: int) -> Any:
        """Return the value that a tree stands for; `depth` is how deep containers may still be nested."""
        if type(tree) in SCALARS:
            return tree
        if isinstance(tree, dict):
            return self._unfold_dict(tree, depth)
        tag, *rest = tree
        if tag == "a":
            return self._unfold_tensor(*rest)
        if tag in ("t", "l"):
            _require(depth > 0)
            items = [item if type(item) in SCALARS else self.unfold(item, depth - 1) for item in rest]
            return tuple(items) if tag == "t" else items
        return LEAVES[tag](*rest)

    def finish(self) -> None:
        """Raise `NotPlain` where the contents are not used up."""
        _require(self._place == len(self._message))

    def _unfold_dict(self, tree: dict[Any, Any], depth: int) -> dict[str, Any]:
        _require(depth > 0 and all(type(key) is str for key in tree))
        return {key: self.unfold(item, depth - 1) for key, item in tree.items()}

    def _unfold_tensor(self, name: str, shape: list[int]) -> Tensor:
        start = self._place
        self._place += tensor_size(name, shape)
        _require(self._place <= len(self._message))
        return make_tensor(name, shape, self._message[start : self._place])


def _unfold_large(digits: str) -> int:
    return int(digits[: MAX_INTEGER_BITS // 4 + 3], 16)


def _unfold_foreign(type_name: str) -> Foreign:
    _require(type(type_name) is str)
    return Foreign(type_name[:MAX_TYPE_NAME])


def _unfold_raised(kinds: list[str], name: str, message: str, cell: int | None, line: int | None) -> Raised:
    """Read an exception; students see its kinds and its place, so neither may be a text that a worker made up."""
    _require(all(place is None or (type(place) is int and 0 <= place < MAX_PLACE) for place in (cell, line)))
    _require(type(name) is str and type(message) is str)
    known = tuple(kind for kind in kinds[:MAX_KINDS] if isinstance(getattr(builtins, kind, None), type))
    return Raised(known, printable(name, MAX_NAME), printable(message, MAX_MESSAGE), cell, line)


LEAVES: dict[str, Callable[..., Any]] = {"i": _unfold_large, "f": _unfold_foreign, "r": _unfold_raised}


def _require(condition: bool) -> None:
    if not condition:
        raise NotPlain("a message that breaks the rules")
