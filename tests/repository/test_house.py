"""The rooms of the repository and the directions between them, read from the imports."""

import pytest

OURS = {"autograder", "solutions", "assignments", "source", "tests", "benchmarks", "examples"}
LESSON_WORDS = ("convolution", "conv2d", "corr2d", "kernel_size", "卷积")
MOST_LINES = 150
LONGEST_SENTENCE = 120  # characters


def is_inside(module, *packages):
    """Tell whether a module is one of some packages or in one of them."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)


@pytest.fixture
def breaches(root, python_files, imported_modules):
    """Return what the files of a folder import of ours beyond `allowed`, one line each."""

    def breaches(folder, *allowed):
        files = python_files(root / folder)
        assert files
        return [
            f"{path.relative_to(root)} imports {module}"
            for path in files
            for module in imported_modules(path)
            if module.partition(".")[0] in OURS and not is_inside(module, *allowed)
        ]

    return breaches


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("import autograder.runs as r", ["autograder.runs"]),
        ("from autograder import course", ["autograder.course"]),
        ("from . import shared", ["autograder.worker.shared"]),
        ("from .. import course", ["autograder.course"]),
        ("def f():\n    from ..course.text import Text", ["autograder.course.text.Text"]),
        ("if TYPE_CHECKING:\n    from autograder.runs import pool", ["autograder.runs.pool"]),
    ],
)
def test_every_way_to_import_is_seen(tmp_path, imported_modules, statement, expected):
    """The rules below hold for every form of import."""
    path = tmp_path / "autograder" / "worker" / "sample.py"
    path.parent.mkdir(parents=True)
    path.write_text(statement, encoding="utf-8")
    assert list(imported_modules(path, tmp_path)) == expected


def test_solutions_import_nothing_of_ours(breaches):
    """A solution is what a student could have written."""
    assert breaches("solutions") == []


def test_the_worker_imports_only_its_own_folder(breaches):
    """It is mounted alone in the sandbox, next to student code."""
    assert breaches("autograder/worker", "autograder.worker") == []


def test_suites_import_only_the_check_helpers_and_each_other(breaches):
    """A suite reaches student code through the worker alone."""
    assert breaches("autograder/suites", "autograder.checks", "autograder.suites") == []


def test_helper_modules_of_a_submission_import_only_each_other(breaches):
    """They run in the worker, where nothing of ours is to be found."""
    helpers = "autograder.suites.helper_modules"
    assert breaches("autograder/suites/helper_modules", helpers) == []


def test_the_engine_does_not_import_the_suites(engine_files, imported_modules):
    """It finds them by their folder."""
    imports = [(path.name, module) for path in engine_files for module in imported_modules(path)]
    assert [one for one in imports if is_inside(one[1], "autograder.suites")] == []


def test_nothing_imports_the_tests(root, python_files, imported_modules):
    """Tests are not a library, not even for one another; they share by conftest.py."""
    names = {"tests", *(path.stem for path in (root / "tests").rglob("test_*.py"))}
    files = python_files(*(root / name for name in ("autograder", "solutions", "assignments", "tests")))
    imports = [(str(path.relative_to(root)), module) for path in files for module in imported_modules(path)]
    assert [one for one in imports if names & set(one[1].split("."))] == []


def test_every_file_of_the_engine_opens_with_one_plain_sentence(root, engine_files):
    """It says what is in the file."""

    def is_sentence(line):
        return line.startswith('"""') and line.removesuffix('"""').endswith(".") and len(line) <= LONGEST_SENTENCE

    first_lines = {path: path.read_text(encoding="utf-8").partition("\n")[0] for path in engine_files}
    assert [str(path.relative_to(root)) for path, line in first_lines.items() if not is_sentence(line)] == []


def test_no_file_of_the_engine_is_long(root, engine_files):
    """A long file has two subjects."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in engine_files}
    assert [f"{path.relative_to(root)}: {n}" for path, n in lengths.items() if n > MOST_LINES] == []


def test_the_engine_does_not_speak_of_the_lesson(root, engine_files):
    """Another course needs another manifest and other suites; tests/second_course/ runs one."""
    said = [
        f"{path.relative_to(root)}:{number}: {word}"
        for path in engine_files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for word in LESSON_WORDS
        if word in line.lower()
    ]
    assert said == []
