"""`autograder init` writes a course in every language and with every library, which is whole from the beginning."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import PurePosixPath

import pytest

from autograder.course.engine_source import EngineSource
from autograder.course.load import load_course
from autograder.course.todo import MARK
from autograder.scaffold.course import NewCourse, course_files

HAN = re.compile(r"[\u4e00-\u9fff]")
LANGUAGES = ("zh,en", "en", "zh")
LIBRARIES = ("", "numpy", "torch")
FAST = (("en", ""), ("zh", "numpy"), ("zh,en", "torch"))  # each language and each library once
ALL = [(languages, libraries) for languages in LANGUAGES for libraries in LIBRARIES]


def texts(root):
    """Return the text of every file by its path, but of what is a language's own."""
    return {path: path.read_text(encoding="utf-8") for path in root.rglob("*") if path.is_file()}


@pytest.fixture(
    params=[pytest.param(one, marks=() if one in FAST else pytest.mark.slow, id=" ".join(one)) for one in ALL]
)
def begun(request, begin):
    languages, libraries = request.param
    return (
        begin("--languages", languages, "--libraries", libraries, "--title", "My “first” course"),
        languages,
        libraries,
    )


def test_the_manifest_says_what_was_asked_for(begun):
    root, languages, libraries = begun
    course = load_course(root)
    assert course.languages == tuple(languages.split(","))
    assert course.libraries == tuple(filter(None, [libraries]))
    assert course.title.in_language(course.languages[0]) == "My “first” course"
    assert course.suites == root / "suites"


def test_every_file_is_laid_out_and_nothing_is_left_to_be_done(begun):
    root, _, _ = begun
    for path, text in texts(root).items():
        if path.suffix == ".py":
            ast.parse(text)
        assert text.endswith("\n"), path
        assert "\n\n\n\n" not in text, path
        assert "{{" not in text, path
        assert MARK not in text or path.name == "README.md", path


def test_a_course_in_one_language_has_no_word_in_the_other(begun):
    root, languages, _ = begun
    if languages == "en":
        assert [path for path, text in texts(root).items() if HAN.search(text)] == []
    elif languages == "zh":
        assert not (root / "source" / "first_steps.en.md").exists()


def test_the_example_of_a_course_without_torch_does_not_speak_of_it(begun):
    root, _, libraries = begun
    if libraries != "torch":
        assert [path for path, text in texts(root).items() if "torch" in text] == []


def test_a_course_has_what_continuous_integration_and_git_read(begin):
    root = begin()
    assert (root / ".github" / "workflows" / "course.yml").is_file()
    assert ".autograder/\n" in (root / ".gitignore").read_text(encoding="utf-8")


def test_plain_pytest_runs_the_suites_on_the_solutions_and_nothing_else(begin, run):
    root = begin("--languages", "en")
    run(root, "build")
    for copy in ("to-students", "old"):
        (root / copy).mkdir()
        (root / copy / "test_first_steps.py").write_text("def test_it():\n    assert False\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "pytest", "-q"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "9 passed" in done.stdout


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("git+https://example.org/engine.git@1f", ["engine @ git+https://example.org/engine.git@1f", "numpy"]),
        ("file:///tmp/engine", ["engine @ file:///tmp/engine", "numpy"]),
        ("", ["numpy"]),
    ],
)
def test_the_engine_is_installed_by_its_address_and_never_by_its_bare_name(monkeypatch, address, said):
    monkeypatch.setattr("autograder.scaffold.course.engine_source", lambda: EngineSource("engine", address))
    text = course_files(NewCourse("Course", ("en",), ("numpy",)))[PurePosixPath("requirements.txt")]
    assert [line for line in text.splitlines() if not line.startswith("#")] == said
    assert (MARK in text) == (not address)
    assert ("# git+https://…" in text) == (not address.startswith("git"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--languages", "fr"], "the languages are zh, en"),
        (["--languages", "en,en"], "Name each at most once."),
        (["--languages", ""], "the languages are zh, en"),
        (["--libraries", "scikit-learn"], "'scikit-learn' is no name as `import` takes it"),
        (["--libraries", "nmpy"], "--libraries has nmpy, which is not installed. Did you mean numpy?"),
    ],
)
def test_options_that_mean_nothing_are_refused_in_one_line(autograder, tmp_path, options, said):
    done = autograder("init", "course", *options, cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr
    assert not (tmp_path / "course").exists()


def test_a_folder_with_something_in_it_is_left_alone(autograder, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    done = autograder("init", ".", cwd=tmp_path)
    assert done.returncode == 2
    assert "not an empty folder" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
