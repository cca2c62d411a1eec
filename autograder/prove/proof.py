"""What is to be proven, and a proof: what running all known answers to an exercise says about its suite."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from autograder.course.manifest import Assignment, Exercise


class Task(NamedTuple):
    """What is to be proven; with `tells`, what is told of wrong answers is counted besides.

    Where a `mutant` is named, only that one is looked at.
    """

    assignment: Assignment
    exercise: Exercise
    seed: str
    tells: bool = False
    mutant: str = ""


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


@dataclass(frozen=True)
class Inputs:
    """What a search found for a mutant that no check fails: calls on which it is wrong, or that `tried` show none.

    `calls` are lines, the last of which tells what is right and what the mutant gives. It is empty where nothing was
    found; then `tried` is how many inputs were tried, 0 where there was nothing to try.
    """

    calls: tuple[str, ...] = ()
    tried: int = 0


@dataclass(frozen=True)
class Hole:
    """A rule that is broken, in a line; below it a diff or a traceback.

    Where a mutant survives, `mutant` is its name, `why` says why it matters, `inputs` what a search for inputs found.
    A `public` one is in the public cases, not in the suite.
    """

    text: str
    diff: str = ""
    traceback: str = ""
    mutant: str = ""
    why: str = ""
    inputs: Inputs | None = None
    public: bool = False

    def __str__(self) -> str:
        return "\n".join(part for part in (self.text, self.diff or self.traceback) if part)


Pair = tuple[Told, Told]  # what the checks say by themselves, and what is told with names, relations and remarks


@dataclass(frozen=True)
class Proof:
    """One suite under one seed; it is proven when it has no holes.

    `counts` holds the number of `checks`, of answers by kind, and of mutants that were `killed` or that are listed as
    `equivalent`; `costs` what the common mistakes cost. `told_of_mistakes` and `told_of_mutants` count what is told of
    wrong answers, where that is asked for. Where one `mutant` was looked at alone, it is named.
    """

    exercise: str
    seed: str
    holes: tuple[Hole, ...]
    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    costs: tuple[Cost, ...] = ()
    told_of_mistakes: Counter[Pair] = field(default_factory=Counter)
    told_of_mutants: Counter[Pair] = field(default_factory=Counter)
    mutant: str = ""
