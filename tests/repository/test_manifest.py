"""Every exercise of the manifest has its things in every room, and every room has nothing else."""

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SUITES = ROOT / "autograder" / "suites"
ASSIGNMENTS = tomllib.loads((ROOT / "exercises.toml").read_text(encoding="utf-8"))["assignments"]


def definitions(path):
    """Return the names of the functions and classes at the top of a file, in its order."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return [node.name for node in body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_an_assignment_has_a_suite_for_each_exercise_and_no_other(assignment):
    """A suite nobody declared would never run."""
    suites = {path.name for path in (SUITES / assignment).glob("test_*.py")}
    assert suites == {f"test_{exercise}.py" for exercise in ASSIGNMENTS[assignment]["exercises"]}


def test_there_is_no_suite_outside_the_assignments():
    """The engine would not find it."""
    folders = {path.parent.relative_to(SUITES).as_posix() for path in SUITES.rglob("test_*.py")}
    assert folders <= set(ASSIGNMENTS)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_a_solution_defines_what_is_given_and_every_exercise_in_order(assignment):
    """A name in the manifest that the stub lacks could not be answered."""
    entry = ASSIGNMENTS[assignment]
    names = {*entry.get("given", ()), *entry["exercises"]}
    defined = [name for name in definitions(ROOT / "solutions" / f"{assignment}.py") if name in names]
    assert defined == [*entry.get("given", ()), *entry["exercises"]]


@pytest.mark.parametrize("room", ["solutions", "assignments"])
def test_a_room_holds_a_file_for_each_assignment_and_no_other(room):
    """What is left over from an earlier name would be released."""
    files = {path.stem for path in (ROOT / room).glob("*.py") if not path.stem.startswith(("test_", "conftest"))}
    assert files == set(ASSIGNMENTS)


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_an_assignment_has_its_public_tests(assignment):
    """A student checks the work with plain pytest."""
    assert (ROOT / "assignments" / f"test_{assignment}.py").is_file()
