"""An engine that is installed outside of its repository builds, proves, releases and grades a course that is none of ours."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.sandbox.levels import strongest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="the workers need Linux")]
ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]
COURSE = ROOT / "tests" / "second_course" / "words"
WRONG = "def count_word(text, word):\n    return text.count(word)\n\n\ndef without_repeats(items):\n    return items\n"


@pytest.fixture(scope="module")
def words(outside: Path) -> Path:
    """Return a copy of the course outside of the repository."""
    return shutil.copytree(COURSE, outside / "words")


@pytest.fixture(scope="module")
def autograder(words: Path, run_outside: Run) -> Run:
    """Return what runs the installed command in the course."""
    return lambda *options: run_outside(words, "autograder", *options)


@pytest.fixture(scope="module")
def graded(outside: Path, autograder: Run) -> Path:
    """Build, prove and release the course, grade a class with it, and return the folder of the results."""
    for words in (["build"], ["build", "--check"], ["prove"], ["release", "--out", outside / "released"]):
        done = autograder(*words)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    answers = {"right": (outside / "words" / "solutions" / "words.py").read_text(encoding="utf-8"), "wrong": WRONG}
    for student, answer in answers.items():
        (outside / "class" / student).mkdir(parents=True)
        (outside / "class" / student / "words.py").write_text(answer, encoding="utf-8")
    done = autograder("grade", outside / "class", "--out", outside / "results", "--isolation", strongest().name)
    assert done.returncode == 0, done.stderr
    return outside / "results"


def result(results: Path, student: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((results / student / "words.json").read_bytes())
    return found


def test_the_engine_is_that_of_the_environment(outside, run_outside):
    done = run_outside(outside, "python", "-c", "import autograder; print(autograder.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(outside / "env"), done.stderr


def test_it_tells_its_version(autograder):
    done = autograder("--version")
    assert done.stdout.split()[0] == "autograder", done.stderr


def test_a_class_is_graded_at_the_strongest_level_that_the_machine_has(graded):
    found = {student: result(graded, student) for student in ("right", "wrong")}
    assert {student: one["isolation"] for student, one in found.items()} == dict.fromkeys(found, strongest().name)
    assert {student: one["score"] for student, one in found.items()} == {"right": 100.0, "wrong": 20.0}


def test_students_get_a_release(graded):
    released = graded.parent / "released"
    assert (released / "words.py").is_file()
    assert "### BEGIN SOLUTION" not in (released / "words.py").read_text(encoding="utf-8")


def test_feedback_and_a_report_are_written(graded, autograder):
    for words in (
        ["feedback", graded, "--out", graded.parent / "pages"],
        ["report", graded, "--out", graded.parent / "report.html"],
    ):
        done = autograder(*words)
        assert done.returncode == 0, done.stderr
    assert (graded.parent / "pages" / "right.html").is_file()
    assert (graded.parent / "report.html").is_file()


def test_outside_of_a_course_there_is_one_clear_line(outside, run_outside):
    done = run_outside(outside, "autograder", "prove")
    assert done.returncode == 2
    assert done.stderr.strip().splitlines() == [
        f"autograder: No exercises.toml in {outside.resolve()} or above it. Run this inside the folder of a course."
    ]
