"""From values to the bytes of a message. What is of no kind that crosses is only named, or refused.

None, bool, int, float, str and bytes cross as they are, and any other value as its kind in `kinds/` says. There is no
pickle.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgpack  # type: ignore[import-untyped]

from .kinds import KINDS
from .kinds.kind import Packer, Packing, type_name
from .messages import (
    AS_THEY_ARE,
    MAX_DEPTH,
    MAX_NODES,
    MAX_SKELETON_BYTES,
    MAX_TYPE_NAME,
    SKELETON_LENGTH,
    UNICODE_ERRORS,
)
from .values import Foreign, NotPlain, Raised, TooMuch

LEAF_NODES = 10  # the most nodes of what stands for one value, without the items of a list in it
MOST_TYPES = 1000  # of which is kept how they are packed


def pack(value: object, tensor_bytes: int) -> bytes:
    """Return the message of a reply; what is not plain, and arrays beyond `tensor_bytes` in all, are only named.

    A value with too many items is only named as a whole.
    """
    try:
        folder = _Folder(tensor_bytes, MAX_NODES)
        skeleton = _packed(folder.fold(value, MAX_DEPTH))
        if len(skeleton) <= MAX_SKELETON_BYTES:
            return _message(skeleton, folder.contents)
    except TooMuch:
        pass
    return _message(_packed(["f", type_name(value)]), [])


def pack_strictly(value: object, tensor_bytes: int) -> bytes:
    """Return the message of a request; raise `NotPlain` for what a reply would only name."""
    folder = _StrictFolder(tensor_bytes, 1 << 62)
    return _message(_packed(folder.fold(value, MAX_DEPTH)), folder.contents)


class _Folder:
    """Makes the tree of one skeleton, and collects the `contents` behind it."""

    def __init__(self, tensor_bytes: int, nodes: int) -> None:
        self.contents: list[memoryview] = []
        self.bytes_left = tensor_bytes
        self._nodes = nodes

    def fold(self, value: object, depth: int) -> object:
        """Return what stands for a value in the skeleton; `depth` is how deep containers may still be nested."""
        kind: type = type(value)
        return value if kind in AS_THEY_ARE else _packer_of(kind)(value, self, depth)

    def foreign(self, type_name: str) -> object:
        """Return what stands for a value that does not cross."""
        self.count(LEAF_NODES)
        return ["f", type_name[:MAX_TYPE_NAME]]

    def add(self, content: memoryview, nodes: int) -> None:
        """Put bytes behind the skeleton, for which so many nodes stand in it."""
        self._nodes -= nodes
        if self._nodes < 0:
            raise TooMuch("too many items")
        self.bytes_left -= len(content)
        self.contents.append(content)

    def count(self, nodes: int) -> None:
        """Count the lists and maps in the skeleton with their items; raise `TooMuch` for too many."""
        self._nodes -= nodes
        if self._nodes < 0:
            raise TooMuch("too many items")


class _StrictFolder(_Folder):
    """Refuses what does not cross."""

    def foreign(self, type_name: str) -> object:
        raise NotPlain(type_name)


@lru_cache(MOST_TYPES)
def _packer_of(kind: type) -> Packer:
    if kind in OWN:
        return OWN[kind]
    return next((packer for each in KINDS if (packer := each.packer(kind)) is not None), _pack_foreign)


def _pack_foreign(value: object, packing: Packing, _depth: int) -> object:
    return packing.foreign(value.type_name if isinstance(value, Foreign) else type_name(value))


def _pack_raised(value: Raised, packing: Packing, _depth: int) -> object:
    packing.count(LEAF_NODES + len(value.kinds))
    return ["r", list(value.kinds), value.name, value.message, value.cell, value.line]


OWN: dict[type, Packer] = {Foreign: _pack_foreign, Raised: _pack_raised}


def _packed(tree: object) -> bytes:
    return bytes(msgpack.packb(tree, unicode_errors=UNICODE_ERRORS))


def _message(skeleton: bytes, contents: Iterable[memoryview]) -> bytes:
    return b"".join((SKELETON_LENGTH.pack(len(skeleton)), skeleton, *contents))
