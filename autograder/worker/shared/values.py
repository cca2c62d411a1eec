"""What crosses between a worker and the grader besides the values of Python and of libraries."""

from __future__ import annotations

import builtins
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

UNFINISHED = "Unfinished"  # names a statement that an earlier worker did not finish
MAX_MESSAGE = 2000
MAX_NAME = 100
MAX_PLACE = 1 << 24  # lines of the longest submission


class NotPlain(ValueError):
    """Raised for bytes that are no plain value, and for a value that cannot cross where it has to."""


class TooMuch(NotPlain):
    """Raised for a plain value with too many items."""


@dataclass(frozen=True)
class Foreign:
    """Stands for a value that does not cross; the worker wrote `type_name`, so show it only if it is a known one."""

    type_name: str


@dataclass(frozen=True)
class Record:
    """Stands for an instance of a dataclass: the name of its type, as the worker wrote it, and its fields."""

    name: str
    fields: dict[str, Any]


class NamedTuple(tuple[Any, ...]):
    """A named tuple that crossed: its items, the name of its type, as the worker wrote it, and those of its fields."""

    name: str
    names: tuple[str, ...]

    def __new__(cls, name: str, names: tuple[str, ...], items: Iterable[Any]) -> NamedTuple:
        """Return the named tuple of this name with these fields."""
        made = super().__new__(cls, items)
        made.name, made.names = name, names
        return made

    @property
    def fields(self) -> dict[str, Any]:
        """The items by the names of their fields."""
        return dict(zip(self.names, self, strict=True))


@dataclass(frozen=True)
class Raised:
    """An exception of the student's code: its built-in kinds (nearest first), name, message and place."""

    kinds: tuple[str, ...]
    name: str
    message: str
    cell: int | None
    line: int | None


def raised(error: BaseException, cell: int | None = None, line: int | None = None, hidden: str = "") -> Raised:
    """Describe an exception without the text `hidden`; one whose `__str__` fails has an empty message."""
    kinds = tuple(c.__name__ for c in type(error).__mro__ if getattr(builtins, c.__name__, None) is c)
    try:
        message = str(error.msg if isinstance(error, SyntaxError) else error)
        message = (message.replace(hidden, "") if hidden else message)[:MAX_MESSAGE]
    except BaseException:
        message = ""
    return Raised(kinds, type(error).__name__, message, cell, line)


def printable(text: object, most: int) -> str:
    """Return the beginning of a text from a worker without the characters that could control a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in str(text)[:most])
