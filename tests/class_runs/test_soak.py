"""The soak in short: honest and hostile submissions, and kills at random."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.every_core


@pytest.mark.slow
def test_every_honest_student_is_graded_right_and_nothing_is_left_behind(course):
    soak = [sys.executable, course.root / "benchmarks" / "soak.py", "40", "4"]
    done = subprocess.run(soak, cwd=course.root, capture_output=True, text=True, timeout=290)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "honest: 36 of 36 have exactly 100 points" in done.stdout
    assert "left behind: 0 of" in done.stdout
