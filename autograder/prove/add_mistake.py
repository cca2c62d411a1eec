"""Making a group of wrong answers a known mistake of the course, if its suite is proven with it."""

from __future__ import annotations

from pathlib import Path

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.text import Text
from autograder.mistakes.groups import Group
from autograder.mistakes.name_group import new_misconception
from autograder.prove.proof import Task
from autograder.prove.proving import prove_all
from autograder.prove.record import remember
from autograder.sandbox.wrapped import can_wrap

SEED = "proof"
UNWRAPPED = (
    "The code of a group is a student's, and `autograder build` runs known mistakes: install bubblewrap, which keeps "
    "them apart, or write the mistake yourself (see CONTRIBUTING.md)."
)


def add_mistake(course: Course, group: Group, name: str, explanation: Text, check: str) -> Path:
    """Write a group down beside the suites, as a mistake that `check` owns, and return the path of the file.

    Raises `UsageError`, and leaves no file, where that is not possible or the suite is not proven with it.
    """
    if not can_wrap():
        raise UsageError(UNWRAPPED)
    path, text = new_misconception(course, group, name, explanation, check)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    try:
        _require_proven(course, group, name)
    except BaseException:
        path.unlink()
        raise
    remember(course, {group.exercise: True})
    return path


def _require_proven(course: Course, group: Group, name: str) -> None:
    """Raise `UsageError` where the suite of the group's exercise has a hole, now that the mistake stands beside it."""
    assignment = course.assignments[group.assignment]
    exercise = next(one for one in assignment.exercises if one.name == group.exercise)
    holes = [hole for proof in prove_all(course, [Task(assignment, exercise, SEED)], 1) for hole in proof.holes]
    if holes:
        raise UsageError(f"With {name} the suite of {group.exercise} is not proven, so it was not added: {holes[0]}")
