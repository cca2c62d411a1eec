"""Finding the relations between wrong values and the right ones, and the one that is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.checks.relations.arguments import changes_of
from autograder.checks.relations.case import Case, Relation, case_of, joined
from autograder.checks.relations.difference import Difference
from autograder.checks.relations.kinds import find_kind, find_text
from autograder.checks.relations.masks import MARKS, MASKS
from autograder.checks.relations.numbers import ITEMS, NUMBERS, ORDERS
from autograder.checks.relations.places import PLACES
from autograder.checks.relations.sentences import SENTENCES
from autograder.checks.relations.shapes import SHAPES
from autograder.checks.relations.sizes import GUESSES, SIZES
from autograder.checks.relations.told import Told
from autograder.checks.relations.values import VALUES
from autograder.course.text import Text

TABLES = (*VALUES, *PLACES, *MASKS)
LISTS = (*VALUES, *PLACES, *ITEMS)
OTHER_SHAPE = (*SHAPES, *SIZES, *GUESSES)
KIND_TIER, CHANGE_TIER = 0, 1
CERTAIN = {relation.name for relation in (*SIZES, *ITEMS)}  # what they say is seen, not concluded
UNCERTAIN = {relation.name for relation in GUESSES}


@dataclass(frozen=True)
class Fact:
    """A sentence that may be true of a wrong value; of those that are, one of the lowest `tier` is told."""

    tier: int
    sentence: Text


@dataclass(frozen=True)
class Finding:
    """Whether a fact is true of a wrong value, and whether that can hardly be by chance."""

    holds: bool
    proves: bool


Findings = Mapping[Fact, Finding]


@np.errstate(all="ignore")  # what is not finite is near to nothing
def told_relation(wrong: Sequence[Difference]) -> Told | None:
    """Return the relation that holds for each wrong value that can tell; None where it is not the only one.

    Of several, the simplest is told, unless another one is as simple. What holds for few values may hold by chance:
    then it has to hold for all wrong values together. What does not hold does not hold by chance.
    """
    cases = [case_of(each) for each in wrong]
    found = [_relations_of(*pair) for pair in zip(wrong, cases, strict=True)]
    for findings, changes in zip(found, changes_of(wrong, cases), strict=True):
        findings |= {Fact(CHANGE_TIER, sentence): Finding(True, proves) for sentence, proves in changes}
    everything = [*found, _relations_of_all([case for case in cases if case is not None and case.is_looked_at])]
    true = {fact for each in everything for fact in each if _is_true(fact, everything)}
    simplest = min((fact.tier for fact in true), default=0)
    told = [fact for fact in true if fact.tier == simplest]
    if len(told) != 1:
        return None
    return Told(told[0].sentence, _places(told[0], found) or tuple(range(len(wrong))))


def _is_true(fact: Fact, found: Sequence[Findings]) -> bool:
    findings = [each[fact] for each in found if fact in each]
    return all(one.holds for one in findings) and any(one.proves for one in findings)


def _places(fact: Fact, found: Sequence[Findings]) -> tuple[int, ...]:
    return tuple(place for place, findings in enumerate(found) if fact in findings)


def _relations_of(wrong: Difference, case: Case | None) -> dict[Fact, Finding]:
    """Return what holds for one wrong value, and what does not."""
    name = find_kind(wrong.got, wrong.expected) or find_text(wrong.got, wrong.expected)
    if name is not None:
        return {Fact(KIND_TIER, SENTENCES[name]): Finding(holds=True, proves=True)}
    if case is None or not case.is_looked_at:
        return {}
    if not case.same_shape:
        return dict(_findings(case, OTHER_SHAPE))
    return dict(_findings(case, LISTS if case.is_of_numbers else TABLES))


def _findings(case: Case, relations: Sequence[Relation]) -> Iterator[tuple[Fact, Finding]]:
    for relation in relations:
        holds = relation.holds(case)
        if holds is not None:
            proves = relation.name in CERTAIN or (case.tells and relation.name not in UNCERTAIN)
            yield _fact(relation), Finding(holds, proves)


def _fact(relation: Relation) -> Fact:
    return Fact(relation.tier, SENTENCES[relation.name])


def _relations_of_all(cases: Sequence[Case]) -> dict[Fact, Finding]:
    """Return what holds for all wrong values together, each of which alone could prove nothing."""
    numbers = [case for case in cases if case.is_of_numbers]
    found = {
        _fact(relation): Finding(holds=True, proves=len(cases) > 1)
        for relation in GUESSES
        if cases and all(not case.same_shape and relation.holds(case) for case in cases)
    }
    if (together := joined(numbers)) is not None:
        found |= dict(_findings(together, NUMBERS))
        found |= {_fact(one): Finding(True, together.tells) for one in ORDERS if all(map(one.holds, numbers))}
    elif (together := joined(cases)) is not None:
        found |= dict(_findings(together, MARKS))
    return found
