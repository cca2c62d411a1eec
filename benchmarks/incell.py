"""What a test cell of the stock course calls, inside the student's kernel."""

from __future__ import annotations

import functools
from pathlib import Path
from types import ModuleType
from typing import Any

from inprocess import Direct, checks_of, load_module, run_checks

ROOT = Path(__file__).parents[1]


def run(assignment: str, exercise: str, names: dict[str, Any]) -> None:
    """Run the checks of an exercise on the names of a notebook."""
    module = ModuleType("__main__")
    vars(module).update(names)
    source = tuple(map(str, names.get("In", ())))
    run_checks(
        assignment, exercise, list(checks_of(assignment, exercise)), Direct(module, source), _solution(assignment)
    )


@functools.cache
def _solution(assignment: str) -> ModuleType:
    return load_module("solution", ROOT / "solutions" / f"{assignment}.py")
