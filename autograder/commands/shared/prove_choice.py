"""Which exercises `autograder prove` proves, under which seeds, and which it leaves out."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence

from autograder.commands.shared.prove_screen import say
from autograder.course.find_exercise import find_exercise
from autograder.course.manifest import Assignment, Course, Exercise

Chosen = list[tuple[Assignment, Exercise]]


def all_seeds(seed: str, count: int, fresh: int, *, says: bool) -> list[str]:
    """Return a seed, others made from it, and `fresh` ones that nobody chose; say how these are used again."""
    drawn = [secrets.token_hex(4) for _ in range(fresh)]
    if drawn and says:
        say(f"Seeds drawn now, each to be used again with --seed: {', '.join(drawn)}")
    return [seed, *(f"{seed}-{number}" for number in range(2, count + 1)), *drawn]


def choose(course: Course, names: Sequence[str]) -> Chosen:
    """Return the named exercises in the manifest's order, or all of them; raise `UsageError` for an unknown one."""
    found = {find_exercise(course, name)[1].name for name in names}
    all_of_them = [(a, exercise) for a in course.assignments.values() for exercise in a.exercises]
    return [(a, exercise) for a, exercise in all_of_them if not names or exercise.name in found]


def changed(chosen: Chosen, unproven: Collection[str]) -> tuple[Chosen, list[str]]:
    """Return the exercises that have to be proven, and the names of those that are proven as they stand."""
    left = [one for one in chosen if one[1].name in unproven]
    return left, [exercise.name for _, exercise in chosen if exercise.name not in unproven]
