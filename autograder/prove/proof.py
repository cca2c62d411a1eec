"""A proof: what running all known answers to an exercise says about its suite."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True)
class Cost:
    """What a mistake costs: a part of the points of its exercise.

    `wrong_everywhere` says that no reply of it has values in the shape of the right one.
    """

    name: str
    part: float
    credit: bool
    wrong_everywhere: bool


class Told(StrEnum):
    """The most that is said about a wrong answer."""

    NAME = "name"  # of another mistake, which behaves alike
    RELATION = "relation"
    REMARK = "remark"
    SENTENCE = "sentence"  # of the suite, or about an exception
    BARE = "bare"  # no more than that something is wrong


Pair = tuple[Told, Told]  # what the checks say by themselves, and what is told with names, relations and remarks


@dataclass(frozen=True)
class Proof:
    """One suite under one seed; it is proven when it has no holes.

    `counts` holds the number of `checks`, of answers by kind, and of mutants that were `killed` or are `equivalent`;
    `costs` what the common mistakes cost. `told_of_mistakes` and `told_of_mutants` count what is told of wrong answers,
    where that is asked for.
    """

    exercise: str
    seed: str
    holes: tuple[str, ...]
    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    costs: tuple[Cost, ...] = ()
    told_of_mistakes: Counter[Pair] = field(default_factory=Counter)
    told_of_mutants: Counter[Pair] = field(default_factory=Counter)
