"""Texts: where two of them differ first, by their lines where there are several."""

from __future__ import annotations

from itertools import zip_longest

from .. import messages
from ..messages import fill
from ..model import Difference, Layer, Printed, Text
from . import sentences
from .shown import LONGEST, shown

AROUND = 30  # characters that are shown on either side of the first wrong one
Sentence = tuple[Text, dict[str, object]]


def difference(got: object, expected: str, what: Text) -> Difference | None:
    """Return the first difference; of short texts in one line the message has both."""
    if not isinstance(got, str):
        names = {"got": type(got).__name__, "expected": "str"}
        return Difference(Layer.type, fill(messages.TYPE, what=what, **names))
    if got == expected:
        return None
    if isinstance(got, Printed) and what == messages.RESULT:
        what = sentences.PRINTED
        if not got:
            return Difference(Layer.values, sentences.NOTHING_PRINTED)
    sentence, values = _sentence(got, expected)
    return Difference(Layer.values, fill(sentence, what=what, **values))


def has_lines(got: str, expected: str) -> bool:
    """Tell whether two texts are compared line by line."""
    return "\n" in got or "\n" in expected


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, without an empty one after the last line break."""
    return text.removesuffix("\n").split("\n")


def first_wrong_line(got: str, expected: str) -> int | None:
    """Return the number of the first line that differs, from 0; None where only the last line break does."""
    pairs = enumerate(zip_longest(lines_of(got), lines_of(expected)))
    return next((number for number, (one, other) in pairs if one != other), None)


def _sentence(got: str, expected: str) -> Sentence:
    """Return the sentence on two different texts, and what it is to be filled with."""
    if has_lines(got, expected):
        return _of_lines(got, expected)
    if len(repr(expected)) <= LONGEST:
        return messages.VALUE, {"got": shown(got), "expected": shown(expected)}
    return sentences.CHARACTER, _places(got, expected)


def _of_lines(got: str, expected: str) -> Sentence:
    number = first_wrong_line(got, expected)
    if number is None:
        return (sentences.LINE_BREAK_MISSING if expected.endswith("\n") else sentences.LINE_BREAK_EXTRA), {}
    mine, right = lines_of(got), lines_of(expected)
    if number >= len(mine):
        return sentences.LINE_MISSING, {"line": number + 1, "expected": shown(right[number])}
    if number >= len(right):
        return sentences.LINE_EXTRA, {"line": number + 1, "got": shown(mine[number])}
    sentence = sentences.LINE_SPACES if mine[number].split() == right[number].split() else sentences.LINE_DIFFERS
    return sentence, {"line": number + 1, **_places(mine[number], right[number])}


def _places(got: str, expected: str) -> dict[str, object]:
    """Return the number of the first character that differs, from 1, and what stands around it in either text."""
    pairs = enumerate(zip_longest(got, expected))
    place = next(number for number, (one, other) in pairs if one != other)
    return {"place": place + 1, "got": _around(got, place), "expected": _around(expected, place)}


def _around(text: str, place: int) -> str:
    first, last = max(0, place - AROUND), place + AROUND
    return f"{'…' if first else ''}{text[first:last]!r}{'…' if len(text) > last else ''}"
