"""What a public case asks of a student's names: a call, a second call, a gradient."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from torch import Tensor

Ask = Callable[[SimpleNamespace], object]


def copy(value: object) -> object:
    """Return a copy of a tensor, or of the tensors in a tuple or list; anything else as it is."""
    if isinstance(value, Tensor):
        return value.detach().clone()
    if type(value) is tuple:
        return tuple(map(copy, value))
    return list(map(copy, value)) if type(value) is list else value


def call(name: str, *args: object) -> Ask:
    """Ask for one call with copies of the arguments."""
    return lambda student: getattr(student, name)(*map(copy, args))
