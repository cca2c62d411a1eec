"""`pytest --quick`, the heart of `make quick`, runs no test that starts a process."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("file", "outcome", "other"),
    [("workers/test_command_lines.py", "skipped", "passed"), ("repository/test_constraints.py", "passed", "skipped")],
)
def test_quick_skips_a_test_that_starts_a_process_and_no_other(root, file, outcome, other):
    command = [sys.executable, "-m", "pytest", "-q", "--quick", f"tests/{file}"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f" {outcome} in " in f" {done.stdout}"
    assert other not in done.stdout
