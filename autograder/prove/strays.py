"""Answers beside the suites that no exercise has, as where their folder is misspelt: nothing ever runs them."""

from __future__ import annotations

from pathlib import Path

from autograder.course.manifest import Course
from autograder.course.nearest import nearest, unknown
from autograder.course.suite_files import ANSWERS


def strays_of(course: Course, exercise: str) -> list[str]:
    """Return a line on each folder or list of answers that may be meant for an exercise, and is no exercise's.

    One that is near to no name may be meant for any exercise.
    """
    known = [one.name for assignment in course.assignments.values() for one in assignment.exercises]
    strays = [path for path in _named_after_exercises(course) if path.stem not in known]
    near = [path for path in strays if nearest(path.stem, known) in ("", exercise)]
    return [f"{path.relative_to(course.root)}: {unknown('exercise', path.stem, known)}" for path in near]


def _named_after_exercises(course: Course) -> list[Path]:
    """Return what stands beside the suites and has the name of an exercise: folders, and lists of edits."""
    found = [path for folder in ANSWERS for path in sorted((course.suites / folder).glob("[!._]*"))]
    return [path for path in found if path.is_dir() or path.suffix == ".toml"]
