"""An engine that is installed outside of its repository builds, proves, releases and grades a course that is none of ours."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.sandbox.levels import strongest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="the workers need Linux")]
ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]
COURSE = ROOT / "examples" / "other_course"
GENERATED = shutil.ignore_patterns("check", ".autograder", "*.ipynb", "__pycache__")
MISTAKE = "suites/misconceptions/insertion_sort/sorts_in_place.py"


@pytest.fixture(scope="module")
def course(outside: Path) -> Path:
    """Return a copy of the course outside of the repository, without what is generated."""
    return shutil.copytree(COURSE, outside / "course", ignore=GENERATED)


@pytest.fixture(scope="module")
def autograder(course: Path, run_outside: Run) -> Run:
    """Return what runs the installed command in the course."""
    return lambda *options: run_outside(course, "autograder", *options)


@pytest.fixture(scope="module")
def graded(outside: Path, course: Path, autograder: Run) -> Path:
    """Build, prove and release the course, grade a class with it, and return the folder of the results."""
    for words in (["build"], ["build", "--check"], ["prove", "--all"], ["release", "--out", outside / "released"]):
        done = autograder(*words)
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    for student, answer in {"right": "solutions/basics.py", "wrong": MISTAKE}.items():
        (outside / "class" / student).mkdir(parents=True)
        shutil.copy(course / answer, outside / "class" / student / "basics.py")
    done = autograder("grade", outside / "class", "--out", outside / "results", "--isolation", strongest().name)
    assert done.returncode == 0, done.stderr
    return outside / "results"


def result(results: Path, student: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((results / student / "basics.json").read_bytes())
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
    assert found["right"]["score"] == found["right"]["max_score"] > found["wrong"]["score"]


def test_a_known_mistake_is_told_by_its_name(graded):
    checks = [check for exercise in result(graded, "wrong")["exercises"] for check in exercise["checks"]]
    assert {check["misconception"] for check in checks} - {None} == {Path(MISTAKE).stem}


def test_students_get_a_release(graded):
    released = graded.parent / "released"
    assert "### BEGIN SOLUTION" not in (released / "basics.py").read_text(encoding="utf-8")


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
