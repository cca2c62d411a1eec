"""Loading a course: the manifest is found, read and checked."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from autograder.course.errors import UsageError
from autograder.course.faults import name_fault, pattern_fault, type_fault
from autograder.course.layout import MANIFEST, OWN_COURSE
from autograder.course.manifest import Assignment, Course, Exercise, Question
from autograder.course.tables import AssignmentTable, Manifest


def load_course(start: Path) -> Course:
    """Load the course whose manifest is in `start`, in the nearest folder above it, or else this package's own course.

    Raises `UsageError` if there is no manifest or it is wrong.
    """
    start = start.resolve()
    for folder in (start, *start.parents, OWN_COURSE):
        if (folder / MANIFEST).is_file():
            return _course(folder, _manifest(folder / MANIFEST))
    raise UsageError(f"No {MANIFEST} in {start} or above it. Run this inside the course repository.")


def _manifest(path: Path) -> Manifest:
    data = _toml(path)
    try:
        manifest = msgspec.convert(data, Manifest)
    except msgspec.ValidationError:
        raise UsageError(f"{path}: {type_fault(data, Manifest)}") from None
    if fault := name_fault(manifest) or pattern_fault(manifest):
        raise UsageError(f"{path}: {fault}")
    return manifest


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not readable as TOML: {error}") from None


def _course(root: Path, manifest: Manifest) -> Course:
    assignments = {name: _assignment(name, table) for name, table in manifest.assignments.items()}
    table = manifest.course
    return Course(root, table.title, manifest.limits, assignments, table.name_mistakes, table.handin_names)


def _assignment(name: str, table: AssignmentTable) -> Assignment:
    exercises = tuple(Exercise(key, entry.points, entry.title) for key, entry in table.exercises.items())
    written = tuple(Question(key, entry.points, entry.title) for key, entry in table.written.items())
    return Assignment(name, table.title, table.given, exercises, written)
