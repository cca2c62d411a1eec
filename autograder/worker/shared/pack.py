"""From plain values to the bytes of a message. What is no plain value is only named, or refused.

None, bool, int, float, str and bytes cross as they are; a tensor crosses as dtype, shape and bytes; tuples, lists and
dicts with text keys cross with their items. There is no pickle.
"""

from __future__ import annotations

from collections.abc import Iterable

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
from .tensors import tensor_content, tensor_name
from .values import Foreign, NotPlain, Raised, TooMuch

SCALARS = frozenset((type(None), bool, float, str, bytes))
LEAF_NODES = 10  # the most nodes of what stands for one value, without the items of a list in it


def pack(value: object, tensor_bytes: int) -> bytes:
    """Return the message of a reply; tensors beyond `tensor_bytes` in all, and what is not plain, are only named.

    A value with too many items is only named as a whole.
    """
    try:
        folder = _Folder(tensor_bytes, MAX_NODES)
        skeleton = _packed(folder.fold(value, MAX_DEPTH))
        if len(skeleton) <= MAX_SKELETON_BYTES:
            return _message(skeleton, folder.contents)
    except TooMuch:
        pass
    return _message(_packed(["f", _type_name(value)]), [])


def pack_strictly(value: object, tensor_bytes: int) -> bytes:
    """Return the message of a request; raise `NotPlain` for what a reply would only name."""
    folder = _StrictFolder(tensor_bytes, 1 << 62)
    return _message(_packed(folder.fold(value, MAX_DEPTH)), folder.contents)


class _Folder:
    """Makes the tree of one skeleton, and collects the `contents` of its tensors."""

    def __init__(self, tensor_bytes: int, nodes: int) -> None:
        self.contents: list[memoryview] = []
        self._bytes = tensor_bytes
        self._nodes = nodes

    def fold(self, value: object, depth: int) -> object:
        """Return what stands for a value in the skeleton; `depth` is how deep containers may still be nested."""
        if type(value) in SCALARS:
            return value
        if isinstance(value, Tensor):
            return self._fold_tensor(value)
        if isinstance(value, int):
            return int(value) if value.bit_length() < 64 else self._fold_large(int(value))
        if isinstance(value, float):
            return float(value)
        if isinstance(value, str):
            return str(value)
        if isinstance(value, Raised):
            self._count(LEAF_NODES + len(value.kinds))
            return ["r", list(value.kinds), value.name, value.message, value.cell, value.line]
        return self._fold_container(value, depth)

    def foreign(self, type_name: str) -> object:
        """Return what stands for a value that does not cross."""
        self._count(LEAF_NODES)
        return ["f", type_name[:MAX_TYPE_NAME]]

    def _fold_container(self, value: object, depth: int) -> object:
        if not isinstance(value, (tuple, list, dict)) or depth == 0:
            return self.foreign(value.type_name if isinstance(value, Foreign) else _type_name(value))
        self._count(len(value) + 2)
        if isinstance(value, dict):
            if any(type(key) is not str for key in value):
                return self.foreign(_type_name(value))
            return {key: self.fold(item, depth - 1) for key, item in value.items()}
        tag = "t" if isinstance(value, tuple) else "l"
        return [tag, *[item if type(item) in SCALARS else self.fold(item, depth - 1) for item in value]]

    def _fold_tensor(self, value: Tensor) -> object:
        content = tensor_content(value, self._bytes)
        if content is None:
            return self.foreign(tensor_name(value))
        name, shape, data = content
        self._count(LEAF_NODES + len(shape))
        self._bytes -= len(data)
        self.contents.append(data)
        return ["a", name, shape]

    def _fold_large(self, value: int) -> object:
        self._count(LEAF_NODES)
        return ["i", hex(value)] if value.bit_length() <= MAX_INTEGER_BITS else self.foreign("builtins.int")

    def _count(self, nodes: int) -> None:
        self._nodes -= nodes
        if self._nodes < 0:
            raise TooMuch("too many items")


class _StrictFolder(_Folder):
    """Refuses what does not cross."""

    def foreign(self, type_name: str) -> object:
        raise NotPlain(type_name)


def _type_name(value: object) -> str:
    kind = type(value)
    return f"{kind.__module__}.{kind.__qualname__}"


def _packed(tree: object) -> bytes:
    return bytes(msgpack.packb(tree, unicode_errors=UNICODE_ERRORS))


def _message(skeleton: bytes, contents: Iterable[memoryview]) -> bytes:
    return b"".join((SKELETON_LENGTH.pack(len(skeleton)), skeleton, *contents))
