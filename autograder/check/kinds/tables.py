"""Tables of numbers: whether a value is one, and what the library that it belongs to is asked.

Nothing is imported to find out: a value of a library can only be there where the library was imported for it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard

from ..model import Difference, Rule, Text

if TYPE_CHECKING:
    from torch import Tensor


class Library(Protocol):
    """What a library of tables is asked; the modules `tensors` and `arrays` answer it."""

    CHANGED: Text  # what a student is told who changed one that was an argument

    def copy(self, value: Any) -> Any:
        """Return a copy that a student may change."""

    def same(self, now: Any, before: Any) -> bool:
        """Tell whether the copy that a student got is still what it was before."""

    def difference(self, got: Any, expected: Any, rule: Rule, what: Text) -> Difference | None:
        """Return the first difference in the order type, shape, dtype, values; None where there is none."""

    def described(self, value: Any) -> list[object]:
        """Return the kind, the facts and the values of a table as JSON can hold them."""

    def drawn(self, value: Any) -> Any:
        """Return a table as it can be drawn, None where it cannot."""

    def wrong(self, got: Any, expected: Any, rule: Rule) -> Any:
        """Return a table of bools that is True where two tables of one shape differ."""

    def places(self, wrong: Any) -> list[tuple[int, ...]]:
        """Return the places where a table of bools is True."""

    def minus(self, got: Any, expected: Any) -> Any:
        """Return the difference of two tables, None where they hold no numbers."""


def library_of(value: object) -> Library | None:
    """Return what knows of a value that is a table, None where it is none."""
    if is_tensor(value):
        from . import tensors

        return tensors
    if is_array(value):
        from . import arrays

        return arrays
    return None


def is_tensor(value: object) -> TypeGuard[Tensor]:
    """Tell whether a value is a tensor of torch."""
    return isinstance(value, _kind("torch", "Tensor"))


def is_array(value: object) -> bool:
    """Tell whether a value is an array of NumPy, or a number of its own; `float64` is a number of Python as well."""
    is_number = isinstance(value, _kind("numpy", "generic")) and not isinstance(value, (float, complex))
    return is_number or isinstance(value, _kind("numpy", "ndarray"))


def is_loaded(library: str) -> bool:
    """Tell whether something has imported a library."""
    return library in sys.modules


def _kind(library: str, name: str) -> Any:
    """Return a type of a library, or a tuple of none where the library is not imported."""
    return getattr(sys.modules.get(library), name, ())
