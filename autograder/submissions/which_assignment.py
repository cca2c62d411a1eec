"""Which assignment a file is for, as its functions, classes and cells tell."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from autograder.course.errors import NotGradable
from autograder.course.manifest import Assignment, Course, Limits
from autograder.course.markers import checks_id
from autograder.course.parse import DEFINITION
from autograder.submissions.contents import NOTEBOOK_FACTOR, is_notebook_file
from autograder.submissions.decode import decode


def assignments_in(path: Path, course: Course) -> set[str]:
    """Return the assignments whose exercises a file defines or whose cells it has; none if it cannot be read.

    What an assignment gives its students counts for another one only if nothing of the first is there.
    """
    names = _names_in(path, course.limits)
    known = {name: _names_of(assignment) & names for name, assignment in course.assignments.items()}
    found = {name for name, here in known.items() if here}
    given = {name: set[str]().union(*(course.assignments[one].given for one in found - {name})) for name in found}
    return {name for name in found if known[name] - given[name]}


def _names_of(assignment: Assignment) -> set[str]:
    """Return the names of the exercises and questions of an assignment, and of the cells that nbgrader grades."""
    exercises = {exercise.name for exercise in assignment.exercises}
    return exercises | set(map(checks_id, exercises)) | {question.name for question in assignment.written}


def _names_in(path: Path, limits: Limits) -> Set[str]:
    notebook = is_notebook_file(path)
    try:
        if path.stat().st_size > (limits.source_mb << 20) * (NOTEBOOK_FACTOR if notebook else 1):
            return set()
        text = decode(path.read_bytes())[0]
        return _names_in_notebook(text) if notebook else set(DEFINITION.findall(text))
    except (OSError, NotGradable):
        return set()


def _names_in_notebook(text: str) -> Set[str]:
    # Imported here because it loads nbformat, which a class of files with their own names does not need.
    from autograder.submissions.cells import defined_names, grade_id
    from autograder.submissions.notebook import read_notebook

    cells = read_notebook(text).cells
    code = (cell.source for cell in cells if cell.cell_type == "code")
    return {grade_id(cell) for cell in cells}.union(*map(defined_names, code))
