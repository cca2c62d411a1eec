"""A fault of the engine's own shows its traceback before the line in which a proof ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FAULT = """
from autograder.prove import prover


def prove(*_):
    raise ZeroDivisionError("a fault of the engine")


prover.prove = prove
"""


def test_a_proof_that_meets_a_fault_shows_its_traceback(plant, holes, tmp_path):
    course = plant(tmp_path / "course", {"sound": holes["sound"]})
    (tmp_path / "first" / "sitecustomize.py").parent.mkdir()
    (tmp_path / "first" / "sitecustomize.py").write_text(FAULT, encoding="utf-8")
    command = [sys.executable, "-m", "autograder", "prove", "--jobs", "1"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path / "first"), str(ROOT)])}
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, check=False)
    said = done.stderr.splitlines()
    assert done.returncode == 3
    assert said[0] == "Traceback (most recent call last):"
    assert said.count("ZeroDivisionError: a fault of the engine") == 1
    assert said[-1].startswith("autograder: the grader failed: The process that proved sound died.")
