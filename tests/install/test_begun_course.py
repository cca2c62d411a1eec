"""Where nothing but the wheel is installed, a course is begun, built, proven, released, graded, and gets an exercise."""

from __future__ import annotations

import json
import shutil
import sys

import pytest

from autograder.sandbox.levels import strongest

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="the workers need Linux")]


@pytest.fixture
def shell(run_outside):
    """Return what runs a command of the engine in a folder; it is to end with this code, and what it says is returned."""

    def shell(folder, *words, code=0):
        done = run_outside(folder, "autograder", *words)
        assert done.returncode == code, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout

    return shell


def test_the_transcript_of_an_author(outside, shell, run_outside, last_word):
    root, hand_in = outside / "first", outside / "first_class" / "a" / "first_steps.py"
    shell(outside, "init", "first", "--languages", "en")
    shell(root, "build")
    shell(root, "build", "--check")
    assert run_outside(root, "python", "-m", "pip", "install", "--quiet", "-r", "requirements.txt").returncode == 0
    shell(root, "prove")
    shell(root, "release", "--out", outside / "to-students")
    hand_in.parent.mkdir(parents=True)
    shutil.copy(root / "solutions" / "first_steps.py", hand_in)
    shell(root, "grade", outside / "first_class", "--out", outside / "first_results", "--isolation", strongest().name)
    assert json.loads((outside / "first_results" / "a" / "first_steps.json").read_bytes())["score"] == 100
    shell(root, "new", "exercise", "last_word", "--assignment", "first_steps", "--points", 10)
    shell(root, "build")
    assert "TODO" not in shell(root, "build", "--check")
    assert "still to be done" in shell(root, "prove", "last_word", code=1)
    last_word(root, "first_steps", public="4", hidden="6")
    shell(root, "build")
    shell(root, "prove")
    shell(root, "release", "--out", outside / "to-students-again")
