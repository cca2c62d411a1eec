"""What of a notebook can run outside of it: which statements of its context, and which solutions."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.importing.answers import needed_context
from autograder.importing.definitions import Definition
from autograder.importing.model import Material
from autograder.importing.names import binds, reads
from autograder.importing.obstacles import BUILTINS, FILE, OBSTACLES, obstacle

NEEDS = "it needs `{name}`, which cannot be had outside the notebook"
GLOBAL = "`{name}`, which `{exercise}` reads, is defined in no cell that students get"
READS = "`{exercise}` reads a file"


def context_with_reasons(material: Material) -> Iterator[tuple[int, ast.stmt, str]]:
    """Yield each statement of the context that is needed, with its cell, and why it cannot run, "" where it can."""
    known = {name for one in material.imports for name in binds(one)} | material.exercises.keys()
    known |= {name for _, one in material.context for name in binds(one)}
    lost = set[str]()
    for cell, one in needed_context(material):
        needs = sorted(reads(one) & lost)
        reason = NEEDS.format(name=needs[0]) if needs else obstacle([one], known)
        if reason and not isinstance(one, Definition):
            lost |= binds(one)
            yield cell, one, reason
        else:
            yield cell, one, ""


def why_not_runnable(exercise: str, material: Material, asked: frozenset[str] = frozenset()) -> str:
    """Return why a solution does not run outside the notebook, "" where it does; `asked` were asked about before."""
    source = material.exercises[exercise].source
    if OBSTACLES[FILE].search(source):
        return READS.format(exercise=exercise)
    context = [(one, reason) for _, one, reason in context_with_reasons(material)]
    given = {name for one, reason in context if not reason for name in binds(one)}
    given |= {name for one in material.imports for name in binds(one)} | material.exercises.keys() | BUILTINS
    names = reads(ast.parse(source))
    if missing := sorted(names - given):
        return GLOBAL.format(name=missing[0], exercise=exercise)
    others = (name for name in names & material.exercises.keys() if name not in {*asked, exercise})
    return next(filter(None, (why_not_runnable(name, material, asked | {exercise}) for name in others)), "")
