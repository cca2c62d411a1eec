"""Accepting a mutant as no mistake: written into the list beside the suites, if no input tells it apart."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from autograder.course.errors import UsageError
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.own_python import read_python
from autograder.course.suite_files import EQUIVALENT_MUTANTS
from autograder.prove.equivalents import load_equivalents
from autograder.prove.mutants import Mutant, mutants_of
from autograder.prove.proof import Hole, Task
from autograder.prove.proving import prove_all

Chosen = Sequence[tuple[Assignment, Exercise]]
WORD = re.compile(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+")  # a Chinese character counts as one
FEWEST_WORDS = 3  # of a reason
BY_HAND = (
    "If the exercise does not ask for such arguments, let its solution raise an exception for them, or write the entry"
)


def accept_equivalent(course: Course, chosen: Chosen, names: Sequence[str], reason: str, seed: str) -> list[str]:
    """List the mutants with these names as equivalent, for a reason, and return the exercises they belong to.

    Raises `UsageError`, and writes nothing, where a reason is not said, a name is not that of one mutant, a mutant is
    listed already or fails a check, or a search finds an input on which it is wrong.
    """
    if len(WORD.findall(reason)) < FEWEST_WORDS:
        raise UsageError(f"Say with --reason why no check can fail this mutant, in {FEWEST_WORDS} words or more.")
    found = [_mutant_named(course, chosen, name) for name in names]
    tasks = [Task(assignment, exercise, seed, mutant=mutant.name) for assignment, exercise, mutant in found]
    proofs = {proof.mutant: proof for proof in prove_all(course, tasks, 1)}
    for _, exercise, mutant in found:
        _require_equivalent(mutant, exercise, proofs[mutant.name].holes)
    path = course.suites / EQUIVALENT_MUTANTS
    with path.open("a", encoding="utf-8") as file:
        file.writelines(_entry(mutant, " ".join(reason.split())) for _, _, mutant in found)
    return [exercise.name for _, exercise, _ in found]


def _mutant_named(course: Course, chosen: Chosen, name: str) -> tuple[Assignment, Exercise, Mutant]:
    """Return the only mutant with a name, that is not listed yet."""
    sources = {assignment.name: course.solution(assignment.name) for assignment, _ in chosen}
    texts = {key: read_python(path) for key, path in sources.items()}
    found = [
        (assignment, exercise, mutant)
        for assignment, exercise in chosen
        for mutant in mutants_of(texts[assignment.name], exercise.name)
        if mutant.name == name
    ]
    if len(found) != 1:
        raise UsageError(f"No mutant has the name {name!r}. `autograder prove` shows the names of those that survive.")
    _, exercise, mutant = found[0]
    if (mutant.before, mutant.after) in load_equivalents(course.suites, exercise.name):
        raise UsageError(f"Mutant {name} of {exercise.name} is listed in {EQUIVALENT_MUTANTS} already.")
    return found[0]


def _require_equivalent(mutant: Mutant, exercise: Exercise, holes: Sequence[Hole]) -> None:
    """Raise `UsageError` where a mutant does not survive, or an input tells it apart."""
    hole = next((hole for hole in holes if hole.mutant == mutant.name), None)
    if hole is None:
        why = "; ".join(map(str, holes)) or "a check fails it"
        raise UsageError(f"Mutant {mutant.name} of {exercise.name} does not survive: {why}.")
    if hole.inputs is not None and hole.inputs.calls:
        calls = " ".join(hole.inputs.calls)
        raise UsageError(f"Mutant {mutant.name} is not equivalent: {calls}. {BY_HAND} in {EQUIVALENT_MUTANTS} by hand.")


def _entry(mutant: Mutant, reason: str) -> str:
    """Return the lines that list a mutant."""
    lines = [f"before = {_quoted(mutant.before)}", f"after = {_quoted(mutant.after)}"]
    change = lines if mutant.before else [f"wraps = [{_quoted(mutant.after)}]"]
    return "\n".join(["", f"[[{mutant.exercise}]]", *change, f"reason = {_quoted(reason)}", ""])


def _quoted(text: str) -> str:
    """Return a string of TOML, which differs from one of JSON by one character only."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
