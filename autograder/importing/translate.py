"""Translating the tests of a notebook into checks, one for each cell of tests and exercise."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from autograder.importing.answers import call_variables, parsed
from autograder.importing.claims import claims_of, has_claims
from autograder.importing.direct import DirectLines, NotDirectError
from autograder.importing.model import Material, Tests, Todo
from autograder.importing.names import binds, is_seed, needed_statements, reads
from autograder.importing.obstacles import NO_ANSWER, obstacle
from autograder.importing.probing import NotTranslatableError, Probe
from autograder.importing.test_statements import open_statements

NO_PYTHON = "the cell is not valid Python"
NO_CLAIM = "the cell asserts nothing"


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


def translate(tests: Tests, material: Material, fallback: str) -> list[Check]:
    """Return the checks of a cell of tests; a test that belongs to no exercise goes to `fallback`."""
    statements = parsed(tests.source)
    if statements is None:
        return _only_todo(tests, fallback, NO_PYTHON)
    opened = [call_variables(one, material.variables) for one in open_statements(statements)]
    material.imports += [one for one in opened if isinstance(one, (ast.Import, ast.ImportFrom))]
    opened = [one for one in opened if not isinstance(one, (ast.Import, ast.ImportFrom))]
    groups: dict[tuple[str, bool], list[Unit]] = {}
    for unit in _units(tests, opened, material):
        owner = _owner(unit, material) or fallback
        groups.setdefault((owner, unit.hidden), []).append(unit)
    if not groups:
        return _only_todo(tests, fallback, NO_CLAIM)
    return [_check(tests, material, name, hidden, units) for (name, hidden), units in groups.items()]


def _only_todo(tests: Tests, exercise: str, reason: str) -> list[Check]:
    todo = Todo(tests.cell, 1, tests.source, reason)
    return [Check(tests, exercise, bool(tests.hidden), 1, todos=[(todo, 1)])]


def _units(tests: Tests, opened: Sequence[ast.stmt], material: Material) -> Iterator[Unit]:
    earlier = sorted([*material.context, *material.before_tests], key=lambda pair: pair[0])
    context = [call_variables(one, material.variables) for cell, one in earlier if cell < tests.cell]
    material.before_tests += [(tests.cell, one) for one in opened if not has_claims(one)]
    for index, one in enumerate(opened):
        if has_claims(one):
            before = [other for other in opened[:index] if not claims_of(other)]
            setup = needed_statements([*context, *before], reads(one), material.exercises)
            yield Unit(one, tuple(setup), one.lineno in tests.hidden)


def _owner(unit: Unit, material: Material) -> str | None:
    used = _names([*unit.setup, unit.statement])
    return next((name for name in reversed(material.exercises) if name in used), None)


def _names(statements: Iterable[ast.stmt]) -> set[str]:
    return {name for one in statements for name in reads(one)}


def _check(tests: Tests, material: Material, exercise: str, hidden: bool, units: Sequence[Unit]) -> Check:
    check = Check(tests, exercise, hidden, sum(unit.weight for unit in units))
    direct, probed = list[Unit](), list[Unit]()
    for unit in units:
        if reason := _obstacle(unit, material):
            check.todos.append((_todo(tests, unit, reason), unit.weight))
        elif _is_direct(unit, material, exercise):
            direct.append(unit)
        elif reason := _why_not_probed(unit, material):
            check.todos.append((_todo(tests, unit, reason), unit.weight))
        else:
            probed.append(unit)
    _add_direct(check, direct, material)
    _add_probed(check, probed, material)
    return check


def _todo(tests: Tests, unit: Unit, reason: str) -> Todo:
    return Todo(tests.cell, unit.statement.lineno, ast.unparse(unit.statement), reason)


def _obstacle(unit: Unit, material: Material) -> str:
    if _owner(unit, material) is None:
        return NO_ANSWER
    imported = {name for one in material.imports for name in binds(one)}
    return obstacle([*unit.setup, unit.statement], imported | material.exercises.keys())


def _is_direct(unit: Unit, material: Material, exercise: str) -> bool:
    statements = [*unit.setup, unit.statement]
    seeded = any(map(is_seed, statements)) and "rand" in material.exercises[exercise].source
    if material.exercises[exercise].is_class or seeded:
        return False
    try:
        DirectLines(exercise, list(material.exercises), public=False).write(statements)
    except NotDirectError:
        return False
    return True


def _why_not_probed(unit: Unit, material: Material) -> str:
    try:
        statements = [*unit.setup, unit.statement]
        Probe("probe", list(material.exercises), []).forms(statements)
    except NotTranslatableError as reason:
        return str(reason)
    return ""


def _together(units: Sequence[Unit]) -> list[ast.stmt]:
    """Return the statements of some units in the order of the cell, each once."""
    found: dict[int, ast.stmt] = {}
    for unit in units:
        found |= {id(one): one for one in (*unit.setup, unit.statement) if id(one) not in found}
    return list(found.values())


def _add_direct(check: Check, units: Sequence[Unit], material: Material) -> None:
    if units:
        writer = DirectLines(check.exercise, list(material.exercises), public=not check.hidden)
        check.lines += writer.write(_together(units))


def _add_probed(check: Check, units: Sequence[Unit], material: Material) -> None:
    statements = _together(units)
    used = sorted({ast.unparse(one) for one in material.imports if binds(one) & _names(statements)})
    part = "hidden" if check.hidden else "public"
    answers = list(material.exercises)
    for number, form in enumerate(Probe("", answers, ()).forms(statements), start=1):
        name = f"cell_{check.tests.cell}_{part}_{number}_of_{check.exercise}"
        probe = Probe(name, answers, used)
        check.probes.append("\n".join(probe.write(statements, form)))
        check.lines.append(probe.compared(form, public=not check.hidden))
