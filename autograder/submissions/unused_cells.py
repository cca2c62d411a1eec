"""Which of the course's own cells in a notebook (figures, helpers of examples) the student's code does not use.

Running these cells costs more than the checks do, and nobody sees what they show. A cell the student changed is the
student's, and always runs.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Collection, Sequence
from typing import NamedTuple

READS_ANY_NAME = {"eval", "exec", "globals", "locals", "vars"}


class Names(NamedTuple):
    """The names a piece of code binds, anywhere in it, and those it reads without binding them."""

    bound: frozenset[str]
    read: frozenset[str]


NO_NAMES = Names(frozenset(), frozenset())


def unused_cells(cells: Sequence[str], course_code: Collection[str]) -> set[int]:
    """Return the index of every cell that is in `course_code` and binds no name that a cell to be run reads."""
    unused = {index: names_of(cell) for index, cell in enumerate(cells) if cell in course_code}
    read = {name for index, cell in enumerate(cells) if index not in unused for name in names_of(cell).read}
    if read & READS_ANY_NAME:
        return set()
    while needed := [index for index, names in unused.items() if names.bound & read]:
        for index in needed:
            read |= unused.pop(index).read
    return set(unused)


@functools.lru_cache(maxsize=256)
def names_of(source: str) -> Names:
    """Return the names in a cell's source; none if it is not valid Python, for then it does not run."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return NO_NAMES
    bound = frozenset(name for node in nodes for name in _bound_by(node))
    read = frozenset(node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    return Names(bound, read - bound)


def _bound_by(node: ast.AST) -> list[str]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
    if isinstance(node, ast.arg):
        return [node.arg]
    return [node.id] if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load) else []
