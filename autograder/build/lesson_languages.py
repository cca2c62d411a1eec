"""Holding the lessons of an assignment in its languages against each other: the same slots in the same order."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

from autograder.build.lesson import Slot, read_lesson
from autograder.build.sources import read_source
from autograder.course.errors import UsageError
from autograder.course.manifest import Assignment, Course


def require_same_slots(course: Course, assignment: Assignment) -> None:
    """Raise `UsageError` where the lesson in one language has another slot than the one in the first language."""
    first, *others = [course.lesson(assignment.name, language) for language in course.languages]
    wanted = _slots(first) if others else []
    for path in others:
        for known, found in zip_longest(wanted, _slots(path)):
            if known != found:
                places = [_place(course.root, first, known), _place(course.root, path, found)]
                raise UsageError(f"{'; '.join(places)}. Give both lessons the same slots in the same order.")


def _slots(path: Path) -> list[str]:
    """Return the slots of a lesson in their order."""
    return [str(piece) for piece in read_lesson(read_source(path), path.name) if isinstance(piece, Slot)]


def _place(root: Path, path: Path, slot: str | None) -> str:
    """Return where a lesson has a slot, or that it ends before it has one."""
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next((number for number, line in enumerate(lines, start=1) if slot and slot in line), len(lines))
    has = f"stands {slot}" if slot else "the lesson ends without one more slot"
    return f"{path.relative_to(root)}:{number}: here {has}"
