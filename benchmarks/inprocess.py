"""The hidden checks with nothing around them: student code and suite in one process, no isolation, no pytest.

This is how a plain test cell of a notebook would run them, and what is left when an engine costs nothing.
"""

from __future__ import annotations

import importlib.util
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.checks import Draw, Reference, Student
from autograder.engine.session import probe_source
from autograder.manifest import SUITES
from autograder.worker.serve import run_source
from autograder.worker.values import raised

SEED = "bench"
Call = tuple[str, Callable[..., Any] | None, tuple[object, ...]]


class Direct:
    """Asks the student's module itself, and keeps a record of every call."""

    def __init__(self, module: ModuleType, cells: tuple[str, ...]) -> None:
        self.module = module
        self.cells = cells
        self.calls: list[Call] = []

    def ask_call(self, exercise: str, args: tuple[object, ...]) -> Any:
        """Call the exercise's function or class."""
        self.calls.append((exercise, None, args))
        return answer(getattr(self.module, exercise), args)

    def ask_probe(self, exercise: str, probe: Callable[..., Any], args: tuple[object, ...]) -> Any:
        """Run a probe beside the student's code."""
        self.calls.append((exercise, probe, args))
        return answer(run_source(probe_source(probe))[probe.__name__], (self.module, *args))


def answer(function: Callable[..., Any], args: tuple[object, ...]) -> Any:
    """Return what a function gives, or a description of what it raises."""
    try:
        return function(*args)
    except Exception as error:
        return raised(error)


def load_module(name: str, path: Path) -> ModuleType:
    """Import a file of ours under a name of its own."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def checks_of(assignment: str, exercise: str) -> Iterator[tuple[str, Callable[..., None]]]:
    """Yield the names and functions of an exercise's checks."""
    suite = load_module(f"suite_{exercise}", SUITES / assignment / f"test_{exercise}.py")
    yield from ((name, function) for name, function in vars(suite).items() if name.startswith("test_"))


def run_checks(
    assignment: str, exercise: str, checks: list[tuple[str, Callable[..., None]]], asker: Direct, solution: ModuleType
) -> None:
    """Run the checks of an exercise; the first that does not pass raises."""
    for name, check in checks:
        fixtures = {
            "student": Student(exercise, asker),
            "reference": Reference(exercise, solution),
            "draw": Draw(SEED, f"{assignment}/{exercise}/{name}"),
        }
        check(**{wanted: fixtures[wanted] for wanted in inspect.signature(check).parameters})
