"""An engine that is installed outside of its repository builds, proves, releases and grades a course that is none of ours."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.sandbox.levels import strongest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="the workers need Linux")]
ROOT = Path(__file__).parents[2]
COURSE = ROOT / "tests" / "second_course" / "words"
WRONG = "def count_word(text, word):\n    return text.count(word)\n\n\ndef without_repeats(items):\n    return items\n"


@pytest.fixture(scope="module")
def outside(build: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder outside of the repository, with an environment in which nothing but the wheel is installed."""
    folder = tmp_path_factory.mktemp("outside")
    venv.create(folder / "env", with_pip=True)
    python = str(folder / "env" / "bin" / "python")
    command = [python, "-m", "pip", "install", "--quiet", "-c", str(ROOT / "constraints.txt"), str(build("wheel"))]
    done = subprocess.run(command, cwd=folder, env=environment(folder), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    shutil.copytree(COURSE, folder / "words")
    return folder


@pytest.fixture(scope="module")
def autograder(outside: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return what runs the installed command in the course."""

    def autograder(*words: object) -> subprocess.CompletedProcess[str]:
        return run(outside, "autograder", *words)

    return autograder


@pytest.fixture(scope="module")
def graded(outside: Path, autograder: Callable[..., subprocess.CompletedProcess[str]]) -> Path:
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


def environment(folder: Path) -> dict[str, str]:
    """Return an environment that leads to no checkout; a run in it leaves nothing in the home of the user."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "HTTP", "SSL_", "LANG"))}
    path = os.pathsep.join([str(folder / "env" / "bin"), "/usr/bin", "/bin"])
    return kept | {"PATH": path, "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}


def run(folder: Path, *command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)),
        cwd=folder / "words",
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )


def result(results: Path, student: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((results / student / "words.json").read_bytes())
    return found


def test_the_engine_is_that_of_the_environment(outside):
    done = run(outside, "python", "-c", "import autograder; print(autograder.__file__)")
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


def test_outside_of_a_course_there_is_one_clear_line(outside):
    done = subprocess.run(
        ["autograder", "prove"], cwd=outside, env=environment(outside), capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.strip().splitlines() == [
        f"autograder: No exercises.toml in {outside.resolve()} or above it. Run this inside the folder of a course."
    ]
