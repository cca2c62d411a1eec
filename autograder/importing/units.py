"""The parts of a cell of tests: each statement that claims something, with what it needs."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from autograder.importing.claims import claims_of, has_claims
from autograder.importing.model import Material, Tests, Todo
from autograder.importing.names import needed_statements, reads
from autograder.importing.variables import call_in_order


@dataclass(frozen=True)
class Unit:
    """A statement of a test that claims something, and the statements before it that it needs."""

    statement: ast.stmt
    setup: tuple[ast.stmt, ...]
    hidden: bool

    @property
    def weight(self) -> int:
        """The number of statements that claim something."""
        return count_claims(self.statement)


@dataclass
class Check:
    """What becomes one check of an exercise; `probes` are the functions that it needs."""

    tests: Tests
    exercise: str
    hidden: bool
    weight: int
    lines: list[str] = field(default_factory=list)
    probes: list[str] = field(default_factory=list)
    todos: list[tuple[Todo, int]] = field(default_factory=list)


def count_claims(statement: ast.stmt) -> int:
    """Return how many statements inside a statement, itself among them, claim something."""
    if claims_of(statement):
        return 1
    return sum(bool(claims_of(inner)) for inner in ast.walk(statement) if isinstance(inner, ast.stmt))


def units_of(tests: Tests, opened: Sequence[ast.stmt], material: Material) -> Iterator[Unit]:
    """Yield the units of the statements of a cell.

    A unit is hidden where any line of it is, or of what it needs.
    """
    earlier = sorted([*material.context, *material.before_tests], key=lambda pair: pair[0])
    context = [one for cell, one in earlier if cell < tests.cell]
    before, hidden = list[ast.stmt](), set[int]()
    together = [*context, *opened]
    for index, (one, called) in enumerate(zip(together, call_in_order(together, material.variables), strict=True)):
        is_context = index < len(context)
        if id(one) in material.hidden if is_context else lines_of(one) & tests.hidden:
            hidden |= {id(called)}
        if not is_context and has_claims(called):
            setup = needed_statements(before, reads(called), material.exercises)
            yield Unit(called, tuple(setup), any(id(part) in hidden for part in (*setup, called)))
        if is_context or not claims_of(called):
            before.append(called)


def keep_for_later(tests: Tests, opened: Sequence[ast.stmt], material: Material) -> None:
    """Keep what later cells may need of the statements of a cell, and which of it students do not see."""
    kept = [one for one in opened if not has_claims(one)]
    material.before_tests += [(tests.cell, one) for one in kept]
    material.hidden |= {id(one) for one in kept if lines_of(one) & tests.hidden}


def lines_of(statement: ast.stmt) -> set[int]:
    """Return the numbers of the lines of a statement."""
    return set(range(statement.lineno, (statement.end_lineno or statement.lineno) + 1))


def owner_of(unit: Unit, material: Material) -> str | None:
    """Return the exercise that a unit is about: the last one of the notebook that it uses."""
    used = names_read([*unit.setup, unit.statement])
    return next((name for name in reversed(material.exercises) if name in used), None)


def names_read(statements: Iterable[ast.stmt]) -> set[str]:
    """Return the names that any of some statements reads."""
    return {name for one in statements for name in reads(one)}
