"""Finding out for which other arguments a wrong value would be the right one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

from autograder.checks.relations.arrays import Array, as_array, is_table
from autograder.checks.relations.case import Case, joined
from autograder.checks.relations.change_sentences import CHANGE_SENTENCES, EXCHANGED
from autograder.checks.relations.changes import CHANGES
from autograder.checks.relations.difference import Difference, Right, possible_arguments
from autograder.course.text import Text

MOST_NUMBERS = 3_000  # among the arguments; with more, the right answer is not asked again and again
MOST_ITEMS = 3  # of an answer that is a tuple
TOGETHER = ("exchanged", "square", "sides")  # what may happen to two arguments at once


class Changed(NamedTuple):
    """A change by its name, and the places of the arguments that it changes."""

    name: str
    places: tuple[int, ...]

    def apply(self, args: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        """Yield the arguments as they may be after the change."""
        if self.name == "exchanged":
            one, other = self.places
            yield tuple(args[{one: other, other: one}.get(place, place)] for place in range(len(args)))
            return
        for values in zip(*(CHANGES[self.name](args[place]) for place in self.places), strict=False):
            changed = dict(zip(self.places, values, strict=True))
            yield tuple(changed.get(place, arg) for place, arg in enumerate(args))


class Question(NamedTuple):
    """A wrong value, and the arguments and the item of the answer by which the right one is asked for again."""

    case: Case
    right: Right
    args: tuple[Any, ...]
    item: int | None

    def explained_by(self, change: Changed) -> bool:
        """Tell whether the wrong value is the right one for the changed arguments, or an argument itself."""
        if change.name == "itself":
            argument = as_array(self.args[change.places[0]])
            return argument is not None and self.case.is_near(argument)
        return any(self._agrees(args) for args in change.apply(self.args))

    def _agrees(self, args: tuple[Any, ...]) -> bool:
        value = _items(self.right, args).get(self.item)
        return value is not None and self.case.is_near(value)


def question_of(wrong: Difference, case: Case | None) -> Question | None:
    """Return how the right value can be asked for again, or None where the arguments are not known.

    A request may ask for many cases at once; the one whose right answer is the expected value is taken.
    """
    if wrong.right is None or case is None or not case.expected.size:
        return None
    for args in possible_arguments(wrong.given, len(wrong.right.names)):
        if sum(map(_numbers_in, args)) <= MOST_NUMBERS:
            for item, value in _items(wrong.right, args).items():
                if np.array_equal(value, case.expected):
                    return Question(case, wrong.right, args, item)
    return None


def changes_of(wrong: Sequence[Difference], cases: Sequence[Case | None]) -> list[list[tuple[Text, bool]]]:
    """Return for each wrong value what can be said of changed arguments: sentences, and whether they are proven.

    Only changes are taken that explain every wrong value whose arguments are known; nothing is said of the others.
    """
    questions = [question_of(*pair) for pair in zip(wrong, cases, strict=True)]
    asked = [question for question in questions if question is not None]
    if not asked:
        return [[] for _ in wrong]
    changes = list(all_changes(asked[0].args))
    for question in asked:
        changes = [change for change in changes if question.explained_by(change)]
    together = joined([question.case for question in asked])
    proves = any(question.case.tells for question in asked) or (together is not None and together.tells)
    told = [(sentence, proves) for sentence in _sentences(changes, asked[0].right)]
    return [[] if question is None else told for question in questions]


def _sentences(changes: Sequence[Changed], right: Right) -> Iterator[Text]:
    """Yield a sentence for each kind of change; where it may be of several arguments, it names them."""
    places = defaultdict[str, list[tuple[int, ...]]](list)
    for change in changes:
        places[change.name].append(change.places)
    for name, found in places.items():
        if name != "exchanged":
            yield CHANGE_SENTENCES[name].format(name=_named(found[:1] if len(found[0]) > 1 else found, right))
        elif len(found) == 1:
            one, other = found[0]
            yield EXCHANGED.format(one=right.names[one], other=right.names[other])


def all_changes(args: Sequence[Any]) -> Iterator[Changed]:
    """Yield every change that may be made of some arguments."""
    for place in range(len(args)):
        yield from (Changed(name, (place,)) for name in ("itself", *CHANGES))
    for both in combinations(range(len(args)), 2):
        yield from (Changed(name, both) for name in TOGETHER if type(args[both[0]]) is type(args[both[1]]))


def _named(places: Sequence[tuple[int, ...]], right: Right) -> Text:
    """Return the names of the arguments: of two that change together, or of several of which any one may change."""
    names = [[right.names[place] for place in each] for each in places]
    return Text(" 或 ".join(" 和 ".join(each) for each in names), " or ".join(" and ".join(each) for each in names))


def _items(right: Right, args: tuple[Any, ...]) -> dict[int | None, Array]:
    """Return the right answer for some arguments, at None, and its first items; without what is no table or number."""
    try:
        answer = right.answer(*args)
    except Exception:  # the changed arguments may be none that an answer is defined for
        return {}
    items = enumerate(answer[:MOST_ITEMS]) if isinstance(answer, tuple) else ()
    found = {item: as_array(value) for item, value in ((None, answer), *items)}
    return {item: value for item, value in found.items() if value is not None}


def _numbers_in(value: Any) -> int:
    if is_table(value):
        return math.prod(value.shape)
    return sum(map(_numbers_in, value)) if isinstance(value, (tuple, list)) else 1
