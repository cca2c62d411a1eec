"""Comparing what an answer gave with what is expected, layer by layer."""

from __future__ import annotations

from . import messages
from .kinds import containers, frames, plain, texts
from .kinds.tables import library_of
from .messages import fill
from .model import Case, Difference, Layer, Rule, Text


def case_difference(got: object, case: Case) -> Difference | None:
    """Return the first difference of what a case got, under the names that it gives what it compares."""
    what, expected = case.what or messages.RESULT, case.expected
    if isinstance(what, Text) or not isinstance(got, tuple) or not isinstance(expected, tuple):
        return difference(got, expected, case.rule, what if isinstance(what, Text) else messages.RESULT)
    items = zip(got, expected, what, strict=True)
    found = (difference(one, wanted, case.rule, name) for one, wanted, name in items)
    return next(filter(None, found), None)


def difference(got: object, expected: object, rule: Rule, what: Text = messages.RESULT) -> Difference | None:
    """Return the first difference in the order type, shape, values; None where the answer is right.

    Each kind of value says what counts. A list of floats may hold one-element tensors.
    """
    if got is None and expected is not None:
        sentence = messages.NONE if what is messages.RESULT else messages.STILL_NONE
        return Difference(Layer.type, fill(sentence, what=what))
    if (library := library_of(expected)) is not None:
        return library.difference(got, expected, rule, what)
    if frames.is_frame(expected):
        return frames.difference(got, expected, rule, what, difference)
    if isinstance(expected, str):
        return texts.difference(got, expected, what)
    if isinstance(expected, containers.KINDS):
        return containers.difference(got, expected, rule, what, difference)
    return plain.difference(got, expected, rule, what)
