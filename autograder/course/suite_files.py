"""Which files of the hidden suites belong to which assignment and exercise."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from autograder.course.manifest import Assignment, Course, Exercise

MISCONCEPTIONS = "misconceptions"
RIGHT = "right"
EQUIVALENT_MUTANTS = "equivalent_mutants.toml"
COMMON_MISTAKES = "common_mistakes.toml"
PROVEN = "proven.json"  # written by `autograder prove`
STUDENTS_CODE = "# A student wrote this: it runs in a sandbox only."  # begins the code of such a known mistake
ANSWERS = (MISCONCEPTIONS, RIGHT)  # what stands in these folders is named after the exercise it belongs to


def suite_files(
    course: Course, assignment: Assignment, exercises: Sequence[Exercise], among: Iterable[Path] | None = None
) -> list[Path]:
    """Return every file of the suites, or of those `among` them, that can matter to these exercises of an assignment.

    What is not known to belong to another assignment or exercise can matter.
    """
    others = {exercise.name for one in course.assignments.values() for exercise in one.exercises}
    others -= {exercise.name for exercise in exercises}
    suites = course.suites
    files = [(path, path.relative_to(suites).parts) for path in among or files_below(suites)]
    return [path for path, parts in files if not _belongs_to_another(parts, course, assignment, others)]


def _belongs_to_another(parts: tuple[str, ...], course: Course, assignment: Assignment, others: set[str]) -> bool:
    """Tell whether a file, given by the parts of its path, belongs to another assignment or to one of `others`."""
    if len(parts) == 1:
        return False
    folder, name = parts[0], parts[-1]
    if folder in ANSWERS:
        return Path(parts[1]).stem in others
    if folder == assignment.name:
        return name in {f"test_{exercise}.py" for exercise in others}
    return folder in course.assignments


def files_below(folder: Path) -> Iterator[Path]:
    """Yield every file at any depth below a folder, always in the same order, but caches and hidden files."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not name.startswith("."))
