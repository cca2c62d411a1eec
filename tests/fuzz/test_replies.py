"""Whatever a worker replies, each check ends with an outcome; no reply is taken for a fault of the grader."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("replies.py")
ROUNDS = 30


@pytest.mark.parametrize("seed", [0, 1])
def test_no_check_breaks_on_a_reply(seed):
    done = subprocess.run([sys.executable, SCRIPT, str(seed), str(ROUNDS)], capture_output=True, text=True, check=True)
    *faults, last = done.stdout.splitlines()
    assert faults == []
    assert int(last.removesuffix(" checks")) > 100 * ROUNDS
