"""Fingerprints: everything a result depends on, in one hash. Equal fingerprints give equal results."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from msgspec.structs import replace

from autograder.course.manifest import Assignment, Course
from autograder.mistakes.catalogue import FOLDER as MISCONCEPTIONS
from autograder.submissions.contents import Contents
from autograder.submissions.find import Handin

PACKAGE = Path(__file__).parents[1]
ENGINE = ("build", "checks", "engine", "submission", "worker")  # the rooms whose code decides what a result says
LIBRARIES = ("ipython", "jupytext", "msgpack", "nbformat", "numpy", "pytest", "torch")


class Fingerprints:
    """The fingerprints of hand-ins under one course, seed and level of isolation."""

    def __init__(self, course: Course, seed: str, level: str) -> None:
        self._course = course
        self._common = _digest(seed, level, platform.python_version(), *map(version, LIBRARIES), *_sources(course))
        self._rules: dict[str, str] = {}

    def of(self, handin: Handin) -> str:
        """Return the fingerprint of a hand-in that carries its contents."""
        rules, contents = self.rules(handin.assignment), handin.contents or Contents()
        ending = handin.path.suffix if handin.path else ""
        remarks = (repr((ending, handin.problem, handin.note, contents.problem)), contents.data)
        files = (part for name, data in sorted(contents.files.items()) for part in (name, data))
        return _digest(rules, *remarks, *files)

    def rules(self, name: str) -> str:
        """Return the hash of all that is not the submission: engine, libraries, suite, solution, manifest, seed."""
        if name not in self._rules:
            assignment = self._course.assignments[name]
            self._rules[name] = _digest(self._common, *_of_assignment(self._course, assignment))
        return self._rules[name]


def _sources(course: Course) -> Iterator[str | bytes]:
    """Yield the names and contents of the engine's files, and of what all suites share."""
    rooms = [path for room in ENGINE for path in (PACKAGE / room).rglob("*.py")]
    yield from _files(PACKAGE, [*PACKAGE.glob("*.py"), *rooms])
    yield from _files(course.suites, [*course.suites.glob("*.py"), *(course.suites / "helper_modules").rglob("*")])


def _of_assignment(course: Course, assignment: Assignment) -> Iterator[str | bytes]:
    yield repr((replace(course.limits, isolation=""), assignment))  # the level that grades is named apart
    for path in (course.solution(assignment.name), course.notebook(assignment.name)):
        yield path.read_bytes() if path.is_file() else b""
    folders = [Path(assignment.name), *(Path(MISCONCEPTIONS) / exercise.name for exercise in assignment.exercises)]
    yield from _files(course.suites, [path for folder in folders for path in (course.suites / folder).rglob("*.py")])


def _files(root: Path, paths: list[Path]) -> Iterator[str | bytes]:
    for path in sorted(paths):
        if path.is_file() and path.suffix != ".pyc":
            yield str(path.relative_to(root))
            yield path.read_bytes()


def _digest(*parts: str | bytes) -> str:
    """Hash the parts so that no two lists of parts are taken for one another."""
    state = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big") + data)
    return state.hexdigest()
