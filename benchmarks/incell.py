"""What a test cell of the stock course calls, inside the student's kernel."""

from __future__ import annotations

import warnings
from pathlib import Path
from types import ModuleType
from typing import Any

from inprocess import Direct, checks_of, run_checks

from autograder.checks.reference import load_solution

ROOT = Path(__file__).parents[1]


def run(assignment: str, exercise: str, names: dict[str, Any]) -> None:
    """Run the checks of an exercise on the names of a notebook; nbgrader would take a warning for a failure."""
    warnings.simplefilter("ignore")
    module = ModuleType("__main__")
    vars(module).update(names)
    asker = Direct(module, tuple(map(str, names.get("In", ()))))
    solution = load_solution(ROOT / "solutions" / f"{assignment}.py")
    run_checks(assignment, exercise, list(checks_of(assignment, exercise)), asker, solution)
