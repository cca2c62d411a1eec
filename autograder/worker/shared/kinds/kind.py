"""What the wire has to know of one kind of values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Protocol


class Packing(Protocol):
    """A message that is being packed; `bytes_left` is how many more bytes of contents it may have."""

    bytes_left: int

    def fold(self, value: object, depth: int) -> object:
        """Return what stands for a value in the skeleton; `depth` is how deep containers may still be nested."""

    def foreign(self, type_name: str) -> object:
        """Return what stands for a value that does not cross; in a request, raise `NotPlain`."""

    def add(self, content: memoryview, nodes: int) -> None:
        """Put bytes behind the skeleton, for which so many nodes stand in it."""

    def count(self, nodes: int) -> None:
        """Count the lists and maps in the skeleton with their items; raise `TooMuch` for too many."""


class Reading(Protocol):
    """A message that is being read."""

    def unfold(self, tree: Any, depth: int) -> Any:
        """Return the value that a tree stands for; `depth` is how deep containers may still be nested."""

    def take(self, size: int) -> memoryview:
        """Return the next bytes behind the skeleton; raise `NotPlain` if there are not so many."""

    def library(self, name: str) -> ModuleType | None:
        """Return a library; None where a worker alone says that it is needed, and this process has not imported it."""

    def count(self, nodes: int) -> None:
        """Count work that the skeleton does not show; raise `TooMuch` for too much."""


Packer = Callable[[Any, Packing, int], object]  # from a value and the depth to what stands for it in a skeleton
Reader = Callable[..., Any]  # from the message, the depth, and what follows the tag in the skeleton to the value


@dataclass(frozen=True)
class Kind:
    """A kind of values on the wire.

    `packer` returns what packs the values of a type, or None where they are of another kind. It must not import the
    library of the kind. `readers` has what reads such values again, by the tags that stand for them.
    """

    packer: Callable[[type], Packer | None]
    readers: Mapping[str, Reader]


def require(condition: bool) -> None:
    """Raise `ValueError` where a message breaks the rules."""
    if not condition:
        raise ValueError("a message that breaks the rules")


def type_name(value: object) -> str:
    """Return the name of a value's type with its module."""
    kind = type(value)
    return f"{kind.__module__}.{kind.__qualname__}"
