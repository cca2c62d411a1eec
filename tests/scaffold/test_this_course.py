"""No test of this repository needs an edit when an exercise or an assignment is added to its course."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.minutes]
ROOT = Path(__file__).parents[2]
TESTS = (
    "tests/build/test_stubs.py",
    "tests/class_runs/test_reference.py",
    "tests/class_runs/test_sample_class.py",
    "tests/check/test_plain_pytest.py",
    "tests/release/test_folder.py",
    "tests/release/test_nothing_hidden.py",
    "tests/repository/test_manifest.py",
    "tests/source/test_lessons.py",
)
LOAD = (
    "tests/class_runs/test_sample_class.py::test_messages_name_what_happened"  # another one where the machine is busy
)
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".autograder*", ".*_cache", "__pycache__", "*.egg-info")


@pytest.fixture
def copy(tmp_path):
    """Return a copy of this repository."""
    return shutil.copytree(ROOT, tmp_path / "copy", ignore=LEFT_OUT, symlinks=True)


def run_tests(folder):
    """Check the style of a copy of the repository and run tests in it; fail with what they say where one fails."""
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--deselect", LOAD, *TESTS]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    for command in ([sys.executable, "-m", "ruff", "check"], tests):
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.fail(done.stdout[-5000:] + done.stderr[-2000:], pytrace=False)


def test_an_exercise_is_added_to_an_assignment(copy, run, last_word):
    run(copy, "new", "exercise", "last_word", "--assignment", "practice", "--points", 10)
    last_word(copy, "practice", public="4", hidden="6")
    run(copy, "build")
    run(copy, "prove", "last_word")
    run_tests(copy)


def test_an_assignment_is_added(copy, run, last_word):
    run(copy, "new", "assignment", "words", "--zh", "单词", "--en", "Words")
    run(copy, "new", "exercise", "last_word", "--assignment", "words")
    last_word(copy, "words", public="40", hidden="60")
    for path in (copy / "source").glob("words.*"):
        text = path.read_text(encoding="utf-8")
        path.write_text("".join(line for line in text.splitlines(True) if "TODO(author)" not in line), encoding="utf-8")
    run(copy, "build")
    run(copy, "prove", "last_word")
    run_tests(copy)
