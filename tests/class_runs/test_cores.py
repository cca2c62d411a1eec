"""A command that may use some cores of a machine only, as in a container, starts one process for each of these."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest


@pytest.mark.parametrize("command", ["grade", "prove"])
def test_a_command_starts_as_many_processes_as_it_may_use_cores(course, command):
    core = str(min(os.sched_getaffinity(0)))
    words = ["taskset", "--cpu-list", core, sys.executable, "-m", "autograder", command, "--help"]
    environment = os.environ | {"COLUMNS": "200"}
    shown = subprocess.run(words, cwd=course.root, env=environment, capture_output=True, text=True, check=True).stdout
    assert re.search(r"--jobs .*\[default: 1\]", shown)
