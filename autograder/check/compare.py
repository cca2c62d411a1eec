"""Comparing what an answer gave with what is expected, layer by layer."""

from __future__ import annotations

from . import messages
from .kinds import containers, frames, plain, texts
from .kinds.tables import library_of
from .messages import fill
from .model import Difference, Layer, Rule, Text


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
