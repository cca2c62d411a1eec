"""From the bytes of a message back to the plain value; nothing here could run code."""

from __future__ import annotations

import builtins
import importlib
import struct
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import msgpack  # type: ignore[import-untyped]

from .kinds import KINDS
from .kinds.containers import read_map
from .kinds.kind import Reader, Reading
from .messages import MAX_DEPTH, MAX_NODES, MAX_SKELETON_BYTES, MAX_TYPE_NAME, SCALARS, SKELETON_LENGTH, UNICODE_ERRORS
from .values import MAX_MESSAGE, MAX_NAME, MAX_PLACE, Foreign, NotPlain, Raised, TooMuch, printable

Library = Callable[[str], ModuleType | None]
ANY_NUMBER = 1 << 62
MAX_KINDS = 64
UNREADABLE = (
    *(struct.error, ValueError, TypeError, IndexError, KeyError, AttributeError, RuntimeError),
    *(OverflowError, ArithmeticError),
)


def unpack(message: bytes) -> Any:
    """Return the plain value in a message of the grader's own; raise `NotPlain` for anything else."""
    return _read(message, len(message), ANY_NUMBER, importlib.import_module)[0]


def unpack_reply(message: bytes, most_nodes: int = MAX_NODES) -> tuple[Any, int]:
    """Return the plain value in a worker's message, and the nodes of its skeleton.

    No library is imported on a worker's word: a value of one that this process does not have is `Foreign`.
    Raises `TooMuch` for more than `most_nodes` of them, and `NotPlain` for what is no plain value.
    """
    return _read(message, MAX_SKELETON_BYTES, most_nodes, sys.modules.get)


def _read(message: bytes, skeleton_bytes: int, most_nodes: int, library: Library) -> tuple[Any, int]:
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
        unfolder = _Unfolder(memoryview(message), start + length, count, library)
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
        self.count(len(container) + 1)
        return container

    def count(self, nodes: int) -> None:
        """Count so many; raise `TooMuch` for too many."""
        self.nodes += nodes
        if self.nodes > self._most:
            raise TooMuch("too many items")


class _Unfolder:
    """Reads the tree of one skeleton, and the contents behind it in their order."""

    def __init__(self, message: memoryview, contents_start: int, nodes: _NodeCount, library: Library) -> None:
        self._message = message
        self._place = contents_start
        self.count = nodes.count
        self.library = library

    def unfold(self, tree: Any, depth: int) -> Any:
        """Return the value that a tree stands for; `depth` is how deep containers may still be nested."""
        if type(tree) in SCALARS:
            return tree
        if type(tree) is dict:
            return read_map(self, depth, tree)
        return READERS[tree[0]](self, depth, *tree[1:])

    def take(self, size: int) -> memoryview:
        """Return the next bytes behind the skeleton; raise `NotPlain` if there are not so many."""
        start = self._place
        self._place += size
        _require(self._place <= len(self._message))
        return self._message[start : self._place]

    def finish(self) -> None:
        """Raise `NotPlain` where the contents are not used up."""
        _require(self._place == len(self._message))


def _read_foreign(_reading: Reading, _depth: int, type_name: str) -> Foreign:
    _require(type(type_name) is str)
    return Foreign(type_name[:MAX_TYPE_NAME])


def _read_raised(
    _reading: Reading, _depth: int, kinds: list[str], name: str, message: str, cell: int | None, line: int | None
) -> Raised:
    """Read an exception; students see its kinds and its place, so neither may be a text that a worker made up."""
    _require(all(place is None or (type(place) is int and 0 <= place < MAX_PLACE) for place in (cell, line)))
    _require(type(name) is str and type(message) is str)
    known = tuple(kind for kind in kinds[:MAX_KINDS] if isinstance(getattr(builtins, kind, None), type))
    return Raised(known, printable(name, MAX_NAME), printable(message, MAX_MESSAGE), cell, line)


OWN: dict[str, Reader] = {"f": _read_foreign, "r": _read_raised}
READERS: dict[str, Reader] = OWN | {tag: reader for kind in KINDS for tag, reader in kind.readers.items()}


def _require(condition: bool) -> None:
    if not condition:
        raise NotPlain("a message that breaks the rules")
