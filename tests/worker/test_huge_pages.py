"""Memory in huge pages is the same memory."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

SHOW = """
from pathlib import Path
from autograder.worker.huge_pages import use_huge_pages
kept = bytes(range(256)) * (1 << 18)
def huge():
    lines = Path("/proc/self/smaps").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("AnonHugePages"))
before = huge()
use_huge_pages()
assert kept == bytes(range(256)) * (1 << 18)
print(huge() - before)
"""


def test_a_process_goes_on_with_memory_in_huge_pages():
    done = subprocess.run([sys.executable, "-c", SHOW], capture_output=True, text=True, check=True)
    if tuple(map(int, platform.release().split(".")[:2])) < (6, 1):
        pytest.skip("the kernel cannot collapse pages on demand")
    assert int(done.stdout) > 0
