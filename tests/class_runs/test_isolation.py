"""Below the weakest level that may grade, the command refuses in one line; what it grades at is in the results."""

from __future__ import annotations

import subprocess
import sys

import pytest

MACHINE = "tests/hostile/machine.py"
A = "image_convolution"


@pytest.fixture
def grade_on(course, make_class, tmp_path, read_run):
    """Grade one submission on a machine that has no stronger level than the given one."""
    folder = make_class(tmp_path / "class", {"s": {f"{A}.py": "def edge_kernel():\n    pass\n"}})

    def grade_on(level, *options):
        command = [sys.executable, MACHINE, level, sys.executable, "-m", "autograder", "grade", folder, *options]
        command += ["--out", tmp_path / "out", "--seed", "test"]
        done = subprocess.run(list(map(str, command)), cwd=course.root, capture_output=True, text=True, check=False)
        return read_run(done, tmp_path / "out")

    return grade_on


def test_a_machine_without_a_sandbox_is_refused_with_what_to_install(grade_on):
    run = grade_on("process")
    assert (run.code, run.records) == (2, {})
    assert "bubblewrap" in run.stderr
    assert "--allow-unsandboxed" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1


def test_it_grades_where_the_instructor_says_so_and_the_result_says_how(grade_on):
    run = grade_on("process", "--allow-unsandboxed")
    assert run.code == 0, run.stderr
    assert run.records["s", A]["isolation"] == "process"


def test_a_level_can_be_asked_for(grade_on):
    assert grade_on("landlock", "--isolation", "full").code == 2


@pytest.mark.parametrize("name", ["process", "none", "Full"])
def test_what_is_no_level_of_a_sandbox_is_refused(grade_on, name):
    run = grade_on("full", "--isolation", name)
    assert (run.code, run.records) == (2, {})
    assert len(run.stderr.strip().splitlines()) == 1
