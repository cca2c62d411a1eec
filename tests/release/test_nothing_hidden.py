"""No released file holds a hidden case, a solution, the code of a known mistake, or the seed: no name and no value."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from autograder.course.manifest import Course
from autograder.course.seed import FILE_NAME
from autograder.course.suite_files import ANSWERS, RIGHT
from autograder.mistakes.catalogue import load_misconceptions

BY_CHANCE = 24  # characters of a statement that two people may well write alike
FEW_DIGITS = 3  # of a number that two people may well choose
FEW_NUMBERS = 3  # of a list that two people may well write
WORD, NUMBER = re.compile(r"\w+"), re.compile(r"\d(?:_?\d)*(?:\.\d+)?(?:e-?\d+)?")


def statements(tree: ast.AST) -> Iterator[str]:
    """Yield the simple statements of a source in one form, but for imports, texts and what is written by chance."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.stmt) or hasattr(node, "body") or isinstance(node, (ast.Import, ast.ImportFrom)):
            continue
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not is_text and len(text := ast.unparse(node)) > BY_CHANCE:
            yield text


def lists(tree: ast.AST) -> Iterator[str]:
    """Yield the lists of many numbers, also those in lists, in one form."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.List, ast.Tuple)):
            leaves = [leaf for leaf in ast.walk(node) if isinstance(leaf, ast.Constant)]
            if len(leaves) > FEW_NUMBERS and all(type(leaf.value) in (int, float) for leaf in leaves):
                yield ast.unparse(node).replace("(", "[").replace(")", "]").replace(".0", "")


def has_many_digits(number: float) -> bool:
    digits = f"{number:.15g}".partition("e")[0].replace(".", "").strip("0")
    return len(digits) > FEW_DIGITS


def numbers(tree: ast.AST) -> Iterator[float]:
    """Yield the numbers of many digits in a source."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float) and has_many_digits(node.value):
            yield float(node.value)


def hidden_parts(suite: Path) -> Iterator[ast.AST]:
    """Yield the statements of a suite's file, but for the checks that say that they are public."""
    for node in ast.parse(suite.read_text(encoding="utf-8")).body:
        marks = [mark for mark in getattr(node, "decorator_list", ()) if isinstance(mark, ast.Call)]
        if not any(keyword.arg == "public" for mark in marks for keyword in mark.keywords):
            yield node


def collected(read: Callable[[ast.AST], Iterator], trees: Iterator[ast.AST]) -> set:
    return {one for tree in trees for one in read(tree)}


@pytest.fixture(scope="module")
def released(release) -> dict[str, str]:
    """Return the texts of both releases."""
    folders = [release(language) for language in ("zh", "en")]
    paths = {f"{folder.name}{number}": folder for number, folder in enumerate(folders)}
    return {
        f"{name}/{path.relative_to(folder)}": path.read_text(encoding="utf-8")
        for name, folder in paths.items()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def sources(released) -> list[ast.Module]:
    """Return the Python of the releases: files, and the code cells of the notebooks."""
    texts = [text for name, text in released.items() if name.endswith(".py")]
    for name, text in released.items():
        if name.endswith(".ipynb"):
            texts += ["".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    return [*map(ast.parse, texts)]


@pytest.fixture(scope="module")
def suite_files(course: Course) -> list[Path]:
    return [path for path in course.suites.rglob("*.py") if path.relative_to(course.suites).parts[0] not in ANSWERS]


@pytest.fixture(scope="module")
def answers_by_us(course: Course) -> list[ast.Module]:
    """Return what must not be copied: solutions, other right answers, and the answers of known mistakes."""
    texts = [course.solution(name).read_text(encoding="utf-8") for name in course.assignments]
    texts += [path.read_text(encoding="utf-8") for path in (course.suites / RIGHT).rglob("*.py")]
    for assignment in course.assignments.values():
        texts += [one.source for exercise in assignment.exercises for one in load_misconceptions(course, exercise.name)]
    return [*map(ast.parse, texts)]


@pytest.fixture(scope="module")
def given(course: Course) -> set[str]:
    """Return the statements of what a stub holds by the manifest: some assignments build on the answers of others."""
    parts = []
    for name, assignment in course.assignments.items():
        solution = ast.parse(course.solution(name).read_text(encoding="utf-8"))
        parts += [node for node in solution.body if getattr(node, "name", "") in assignment.given]
    return collected(statements, parts)


def test_no_statement_of_a_solution_or_of_a_known_mistake_is_in_it(answers_by_us, sources, given):
    secret = collected(statements, answers_by_us) - given
    assert len(secret) > len(answers_by_us)
    assert secret & collected(statements, sources) == set()


def test_no_statement_of_a_suite_is_in_it(suite_files, sources):
    secret = {one for path in suite_files for part in hidden_parts(path) for one in statements(part)}
    assert len(secret) > len(suite_files)
    assert secret & collected(statements, sources) == set()


def test_no_name_of_a_hidden_test_or_of_a_known_mistake_is_in_it(course, suite_files, released):
    tests = {getattr(part, "name", "") for path in suite_files for part in hidden_parts(path)}
    secret = {name for name in tests if name.startswith("test_")}
    exercises = [exercise.name for assignment in course.assignments.values() for exercise in assignment.exercises]
    secret |= {one.name for name in exercises for one in load_misconceptions(course, name) if "_" in one.name}
    assert len(secret) > len(exercises)
    assert secret & set(WORD.findall("\n".join(released.values()))) == set()


def test_no_fixed_number_of_a_suite_is_in_it(suite_files, released):
    secret = {one for path in suite_files for part in hidden_parts(path) for one in numbers(part)}
    assert secret
    assert secret & set(map(float, NUMBER.findall("\n".join(released.values())))) == set()


def test_no_fixed_list_of_numbers_of_a_suite_is_in_it(suite_files, sources):
    secret = {one for path in suite_files for part in hidden_parts(path) for one in lists(part)}
    assert secret
    assert secret & collected(lists, sources) == set()


def test_the_seed_is_not_in_it(released, seed):
    assert [name for name, text in released.items() if seed in text or name.endswith(FILE_NAME)] == []


@pytest.mark.parametrize(
    ("read", "one", "other"),
    [
        (statements, "Y[i,j] = (X[i:i+h, j:j+w]*K).sum()  # here", "if x:\n    Y[i, j] = (X[i : i + h, j : j + w] * K).sum()"),
        (lists, "x = [[1, 2.5], [3, -4]]", "tensor(((1.0, 2.5), (3, -4.0)))"),
        (numbers, "x = 12_345", "f(12345.0)"),
    ],
)  # fmt: skip
def test_another_layout_hides_nothing(read, one, other):
    assert set(read(ast.parse(one))) == set(read(ast.parse(other))) != set()
