"""A proof whose process is killed from outside ends in one line, and leaves no process behind."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parents[2]


def shard_of(process: subprocess.Popen[str]) -> psutil.Process:
    """Return the shard that a command has started, as soon as it is there."""
    while process.poll() is None:
        for child in psutil.Process(process.pid).children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                if child.name() == "shard":
                    return child
        time.sleep(0.01)
    pytest.fail("the command ended before it had started a shard")


def test_a_killed_shard_ends_the_proof_in_one_line(plant, holes, tmp_path):
    course = plant(tmp_path / "course", {"sound": holes["sound"]})
    command = [sys.executable, "-m", "autograder", "prove", "--jobs", "1"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=course, env=environment, stderr=subprocess.PIPE, text=True) as process:
        shard = shard_of(process)
        family = psutil.Process(process.pid).children(recursive=True)
        shard.kill()
        _, said = process.communicate(timeout=60)
    assert process.returncode == 3
    expected = "autograder: the grader failed: The process that proved sound died. Run `autograder prove sound` again."
    assert said.splitlines() == [expected]
    assert psutil.wait_procs(family, timeout=15)[1] == []
