"""Arguments of a call: copies for the student, and what of them a call has changed."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Text
from . import sentences
from .frames import is_frame
from .tables import library_of


def copy(value: object) -> object:
    """Return a copy of a table, a list, a dict or a set, and of the tables in one or in a tuple; else the value itself.

    Numbers with fractions in a tensor get the default dtype, which the student may have changed.
    """
    if (library := library_of(value)) is not None:
        return library.copy(value)
    if is_frame(value):
        return value.copy()
    if type(value) is dict:
        return {key: copy(one) for key, one in value.items()}
    if type(value) is tuple:
        return tuple(map(copy, value))
    if type(value) is list:
        return list(map(copy, value))
    return set(value) if type(value) is set else value


def changed(now: object, before: object) -> Text | None:
    """Return what to tell the student of an argument that is not what it was before, None where it is."""
    library = library_of(before)
    if library is not None and library_of(now) is library:
        return None if library.same(now, before) else library.CHANGED
    if is_frame(before):
        return None if before.equals(now) else sentences.CHANGED_ARRAY
    if isinstance(before, dict) and isinstance(now, dict):
        return _of_items([*now], [*before]) or _of_items([*now.values()], [*before.values()])
    if isinstance(before, (list, tuple)) and isinstance(now, (list, tuple)):
        return _of_items(now, before)
    return None if now == before else sentences.CHANGED_VALUE


def _of_items(now: Sequence[object], before: Sequence[object]) -> Text | None:
    if len(now) != len(before):
        return sentences.CHANGED_VALUE
    found = (changed(one, other) for one, other in zip(now, before, strict=True))
    return next(filter(None, found), None)
