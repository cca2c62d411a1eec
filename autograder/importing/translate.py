"""Translating the tests of a notebook into checks, one for each cell of tests and exercise."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from autograder.importing.answers import parsed
from autograder.importing.direct import DirectLines
from autograder.importing.expected import NotDirectError
from autograder.importing.model import Material, Tests, Todo
from autograder.importing.names import binds, is_seed
from autograder.importing.obstacles import NO_ANSWER, obstacle
from autograder.importing.open_tests import open_statements
from autograder.importing.probing import NotTranslatableError, Probe
from autograder.importing.runnable import why_not_runnable
from autograder.importing.units import Check, Unit, keep_for_later, names_read, owner_of, units_of

NO_PYTHON = "the cell is not valid Python"
NO_CLAIM = "the cell asserts nothing"
OWN_FORM = "it fails in a way that is not understood"


def translate(tests: Tests, material: Material, fallback: str) -> list[Check]:
    """Return the checks of a cell of tests; a test that belongs to no exercise goes to `fallback`."""
    statements = parsed(tests.source)
    if statements is None:
        return _only_todo(tests, fallback, NO_PYTHON)
    opened = open_statements(statements, tests.hidden)
    material.imports += [one for one in opened if isinstance(one, (ast.Import, ast.ImportFrom))]
    opened = [one for one in opened if not isinstance(one, (ast.Import, ast.ImportFrom))]
    keep_for_later(tests, opened, material)
    groups: dict[tuple[str, bool], list[Unit]] = {}
    for unit in units_of(tests, opened, material):
        owner = owner_of(unit, material) or fallback
        groups.setdefault((owner, unit.hidden), []).append(unit)
    if not groups:
        fails = any(isinstance(node, (ast.Assert, ast.Raise)) for one in opened for node in ast.walk(one))
        return _only_todo(tests, fallback, OWN_FORM if fails else NO_CLAIM)
    return [_check(tests, material, name, hidden, units) for (name, hidden), units in groups.items()]


def _only_todo(tests: Tests, exercise: str, reason: str) -> list[Check]:
    todo = Todo(tests.cell, 1, tests.source, reason)
    return [Check(tests, exercise, bool(tests.hidden), 1, todos=[(todo, 1)])]


def _check(tests: Tests, material: Material, exercise: str, hidden: bool, units: Sequence[Unit]) -> Check:
    check = Check(tests, exercise, hidden, sum(unit.weight for unit in units))
    direct, probed = list[Unit](), list[Unit]()
    for unit in units:
        if reason := _obstacle(unit, material, exercise):
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


def _obstacle(unit: Unit, material: Material, exercise: str) -> str:
    if owner_of(unit, material) is None:
        return NO_ANSWER
    imported = {name for one in material.imports for name in binds(one)}
    known = imported | material.exercises.keys()
    return obstacle([*unit.setup, unit.statement], known) or why_not_runnable(exercise, material)


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
    used = sorted({ast.unparse(one) for one in material.imports if binds(one) & names_read(statements)})
    part = "hidden" if check.hidden else "public"
    answers = list(material.exercises)
    for number, form in enumerate(Probe("", answers, ()).forms(statements), start=1):
        name = f"cell_{check.tests.place}_{part}_{number}_of_{check.exercise}"
        probe = Probe(name, answers, used)
        check.probes.append("\n".join(probe.write(statements, form)))
        check.lines.append(probe.compared(form, public=not check.hidden))
