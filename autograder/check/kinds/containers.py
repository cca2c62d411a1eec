"""Lists, tuples, dicts and sets: the first difference between two of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set

from .. import messages
from ..messages import fill
from ..model import Difference, Layer, Rule, Text
from . import sentences
from .shown import safe_repr, shown

Compare = Callable[[object, object, Rule, Text], Difference | None]
KINDS = (tuple, list, dict, set, frozenset)
MOST_NAMED = 3  # of the keys or elements that are missing
MOST_TRIED = 300  # items that are compared each with each where their order does not matter


def difference(got: object, expected: object, rule: Rule, what: Text, compare: Compare) -> Difference | None:
    """Return the first difference between two containers of one kind; `compare` gives that of two items."""
    kind: type = next(kind for kind in KINDS if isinstance(expected, kind))
    if not isinstance(got, kind):
        names = {"got": type(got).__name__, "expected": kind.__name__}
        return Difference(Layer.type, fill(messages.TYPE, what=what, **names))
    if isinstance(got, dict) and isinstance(expected, dict):
        return _dicts(got, expected, rule, what, compare)
    if isinstance(got, Set) and isinstance(expected, Set):
        return _only_in_one(got, expected, what, (sentences.MISSING_ELEMENTS, sentences.EXTRA_ELEMENTS))
    assert isinstance(got, (list, tuple))
    assert isinstance(expected, (list, tuple))
    return _sequences(got, expected, rule, what, compare)


def _sequences(
    got: Sequence[object], expected: Sequence[object], rule: Rule, what: Text, compare: Compare
) -> Difference | None:
    if len(got) != len(expected):
        return Difference(Layer.shape, fill(messages.LENGTH, what=what, got=len(got), expected=len(expected)))
    if not rule.order:
        return _unordered(got, expected, rule, what, compare)
    for number, (one, wanted) in enumerate(zip(got, expected, strict=True), start=1):
        if found := compare(one, wanted, rule, fill(messages.ITEM, what=what, number=number)):
            return found
    return None


def _unordered(
    got: Sequence[object], expected: Sequence[object], rule: Rule, what: Text, compare: Compare
) -> Difference | None:
    """Return which expected item has no counterpart, whatever the order."""
    left = sorted(got, key=safe_repr)
    for wanted in sorted(expected, key=safe_repr):
        tried = enumerate(left[:MOST_TRIED])
        place = next((at for at, one in tried if compare(one, wanted, rule, what) is None), None)
        if place is None:
            return Difference(Layer.values, fill(sentences.MISSING_ELEMENTS, what=what, values=shown(wanted)))
        del left[place]
    return None


def _dicts(
    got: Mapping[object, object], expected: Mapping[object, object], rule: Rule, what: Text, compare: Compare
) -> Difference | None:
    if found := _only_in_one(got.keys(), expected.keys(), what, (sentences.MISSING_KEYS, sentences.EXTRA_KEYS)):
        return found
    for key, wanted in expected.items():
        if found := compare(got[key], wanted, rule, fill(sentences.ENTRY, what=what, key=shown(key))):
            return found
    return None


def _only_in_one(got: Set[object], expected: Set[object], what: Text, pair: tuple[Text, Text]) -> Difference | None:
    """Return what is missing, or else what is too much; `pair` has the sentences for either."""
    for has, lacks, sentence in ((expected, got, pair[0]), (got, expected, pair[1])):
        if only := [value for value in has if value not in lacks]:
            return Difference(Layer.values, fill(sentence, what=what, values=_named(only)))
    return None


def _named(values: Sequence[object]) -> str:
    """Return a few values, in an order that is the same in every run."""
    texts = sorted(map(shown, values))
    return ", ".join(texts[:MOST_NAMED]) + ("…" if len(texts) > MOST_NAMED else "")
