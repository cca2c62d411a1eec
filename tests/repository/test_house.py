"""The rooms of the repository and the directions between them, read from the imports."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENGINE, SUITES, WORKER = ROOT / "autograder", ROOT / "autograder" / "suites", ROOT / "autograder" / "worker"
SOLUTIONS, ASSIGNMENTS, TESTS = ROOT / "solutions", ROOT / "assignments", ROOT / "tests"
OURS = {"autograder", "solutions", "assignments", "source", "tests", "benchmarks", "examples"}
ATTACKS = ROOT / "tests" / "hostile"  # the folders in it hold submissions, not all of which can be parsed
LESSON_WORDS = ("convolution", "conv2d", "corr2d", "kernel_size", "卷积")


def python_files(*folders):
    """Return the Python files below some folders."""
    return sorted(path for folder in folders for path in folder.rglob("*.py") if ATTACKS not in path.parents[1:])


def engine_files():
    """Return the Python files of the engine: all of autograder/ but the suites."""
    return [path for path in python_files(ENGINE) if not path.is_relative_to(SUITES)]


def imported_modules(path):
    """Yield the absolute name of every module a file imports, at any depth of its code."""
    package = path.relative_to(ROOT).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = (*package[: -node.level], *(node.module or "").split(".")) if node.level else (node.module,)
            yield from (".".join(filter(None, (*parts, alias.name))) for alias in node.names)


def is_inside(module, *packages):
    """Tell whether a module is one of some packages or in one of them."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def breaches(files, allowed):
    """Return what files import of ours beyond `allowed`, one line each."""
    return [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in files
        for module in imported_modules(path)
        if module.partition(".")[0] in OURS and not is_inside(module, *allowed)
    ]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("import autograder.runs as r", ["autograder.runs"]),
        ("from autograder import course", ["autograder.course"]),
        ("from . import shared", ["autograder.worker.shared"]),
        ("from .. import course", ["autograder.course"]),
        ("def f():\n    from ..course.text import Text", ["autograder.course.text.Text"]),
    ],
)
def test_every_way_to_import_is_seen(tmp_path, monkeypatch, statement, expected):
    """A rule that overlooks a form of import would be no rule."""
    path = tmp_path / "autograder" / "worker" / "sample.py"
    path.parent.mkdir(parents=True)
    path.write_text(statement, encoding="utf-8")
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    assert list(imported_modules(path)) == expected


def test_solutions_import_nothing_of_ours():
    """A solution is what a student could have written."""
    assert python_files(SOLUTIONS)
    assert breaches(python_files(SOLUTIONS), allowed=()) == []


def test_the_worker_imports_only_its_own_folder():
    """What runs beside student code holds no answers and no verdicts."""
    assert python_files(WORKER)
    assert breaches(python_files(WORKER), allowed=("autograder.worker",)) == []


def test_suites_import_only_the_check_helpers_and_each_other():
    """A suite reaches student code through the worker alone."""
    assert breaches(python_files(SUITES), allowed=("autograder.checks", "autograder.suites")) == []


def test_files_put_beside_a_submission_import_nothing_of_ours():
    """They run in the worker, where nothing of ours is to be found."""
    assert breaches(python_files(SUITES / "helper_modules"), allowed=()) == []


def test_the_engine_does_not_import_the_suites():
    """It finds them by their folder."""
    imports = [(path.name, module) for path in engine_files() for module in imported_modules(path)]
    assert [one for one in imports if is_inside(one[1], "autograder.suites")] == []


def test_nothing_imports_the_tests():
    """Tests are not a library, not even for one another; they share by conftest.py."""
    names = {"tests", *(path.stem for path in TESTS.rglob("test_*.py"))}
    files = python_files(ENGINE, SOLUTIONS, ASSIGNMENTS, TESTS)
    imports = [(str(path.relative_to(ROOT)), module) for path in files for module in imported_modules(path)]
    assert [one for one in imports if names & set(one[1].split("."))] == []


def test_the_engine_knows_no_lesson():
    """Another course needs another manifest and other suites, and no change here."""
    said = [
        f"{path.relative_to(ROOT)}:{number}: {word}"
        for path in engine_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for word in LESSON_WORDS
        if word in line.lower()
    ]
    assert said == []
