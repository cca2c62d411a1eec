"""The hidden checks with nothing around them: student code and suite in one process, no isolation, no pytest.

This is how a plain test cell of a notebook would run them, and what is left when an engine costs nothing.
"""

from __future__ import annotations

import importlib
import inspect
import os
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from autograder.checks import Draw, Reference, Student
from autograder.checks.loaded import Setup
from autograder.course.text import Text
from autograder.worker.serve import run_code
from autograder.worker.shared.pack import pack
from autograder.worker.shared.unpack import unpack
from autograder.worker.shared.values import Raised, raised
from autograder.workers.probes import PROBE, compiled_probe

SEED = "bench"
LIMIT = 64 << 20
NO_SETUP: list[str] = []  # what a probe gets in the place of a setup's result
Call = tuple[str, Callable[..., Any] | None, tuple[object, ...], Setup | None]


class Direct:
    """A `LoadedSubmission` in this process: asks the student's module itself, and keeps a record of every call.

    `run_setup` says whether setups run, each in a copy of the process; otherwise a probe gets an empty list.
    """

    def __init__(self, module: ModuleType, cells: tuple[str, ...], run_setup: bool = True) -> None:
        self.module = module
        self.cells = cells
        self.run_setup = run_setup
        self.calls: list[Call] = []
        self.names: dict[str, str] = {}
        self.notes: list[Raised] = []
        self.unparsed: dict[str, Text] = {}

    def begin_check(self, exercise: str, public: bool = False) -> None:
        """Do nothing: there is no limit of time, and no worker to replace."""

    def ask_call(
        self, exercise: str, args: tuple[object, ...], kwargs: dict[str, object], stdin: str | None = None
    ) -> Any:
        """Call the exercise's function or class; no suite of this course asks for more."""
        assert not kwargs
        assert stdin is None
        self.calls.append((exercise, None, args, None))
        return ask(self.module, self.calls[-1], self.run_setup)

    def ask_program(self, exercise: str, stdin: str) -> Any:
        """Raise: no suite of this course asks for this."""
        raise NotImplementedError(exercise, stdin)

    def ask_probe(
        self, exercise: str, probe: Callable[..., Any], args: tuple[object, ...], setup: Setup | None = None
    ) -> Any:
        """Run a probe on the student's module."""
        self.calls.append((exercise, probe, args, setup))
        return ask(self.module, self.calls[-1], self.run_setup)


def ask(module: ModuleType, call: Call, run_setup: bool) -> Any:
    """Ask a module one thing; a setup changes the process for good, so it runs in a copy or not at all."""
    exercise, probe, args, setup = call
    if probe is None:
        return answer(getattr(module, exercise), args)
    function = run_code(compiled_probe(probe))[PROBE]
    if setup is None:
        return answer(function, (module, *args))
    if not run_setup:
        return answer(function, (module, NO_SETUP, *args))
    return in_a_copy(lambda: answer(function, (module, setup[0](*setup[1]), *args)))


def in_a_copy(work: Callable[[], object]) -> Any:
    """Return the plain value that `work` gives in a fork of this process."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with os.fdopen(writing, "wb") as out:
                out.write(pack(work(), LIMIT))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as found:
        data = found.read()
    os.waitpid(child, 0)
    return unpack(data)


def answer(function: Callable[..., Any], args: tuple[object, ...]) -> Any:
    """Return what a function gives, or a description of what it raises."""
    try:
        return function(*args)
    except Exception as error:
        return raised(error)


def checks_of(assignment: str, exercise: str) -> Iterator[tuple[str, Callable[..., None]]]:
    """Yield the names and functions of an exercise's checks."""
    suite = importlib.import_module(f"autograder.suites.{assignment}.test_{exercise}")
    yield from ((name, function) for name, function in vars(suite).items() if name.startswith("test_"))


def run_checks(
    assignment: str, exercise: str, checks: list[tuple[str, Callable[..., None]]], asker: Direct, solution: ModuleType
) -> None:
    """Run the checks of an exercise; the first that does not pass raises."""
    for name, check in checks:
        fixtures = {
            "student": Student(exercise, asker, is_public(check)),
            "reference": Reference(exercise, solution),
            "draw": Draw(SEED, f"{assignment}/{exercise}/{name}"),
        }
        check(**{wanted: fixtures[wanted] for wanted in inspect.signature(check).parameters})


def is_public(check: Callable[..., None]) -> bool:
    """Return whether a check is marked as public."""
    (mark,) = (mark for mark in vars(check)["pytestmark"] if mark.name == "check")
    return bool(mark.kwargs["public"])
