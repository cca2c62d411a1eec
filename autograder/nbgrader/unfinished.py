"""Work that a killed `nbgrader autograde` left half done: nbgrader would skip it, and it would count as 0 points."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook, MissingEntry  # type: ignore[import-untyped]
from nbgrader.converters import Autograde  # type: ignore[import-untyped]

from autograder.course.load import load_course
from autograder.course.markers import checks_id
from autograder.submissions.cells import grade_id

_init_destination = Autograde.init_destination


def grade_unfinished_again() -> None:
    """Replace, in this process, how nbgrader decides whom to skip; it has no setting for that."""
    Autograde.init_destination = _grade_or_skip


def _grade_or_skip(converter: Any, assignment: str, student: str) -> bool:
    """Return whether to grade a student's assignment: if nbgrader would, or if no run has come to its end."""
    if _init_destination(converter, assignment, student):
        return True
    coursedir = converter.coursedir
    if student in coursedir.student_id_exclude.split(",") or is_graded(coursedir, assignment, student):
        return False
    converter.log.warning("%s/%s was not graded to its end, and is graded again.", student, assignment)
    converter.force = True
    try:
        return bool(_init_destination(converter, assignment, student))
    finally:
        converter.force = False


def is_graded(coursedir: Any, assignment: str, student: str) -> bool:
    """Tell whether every exercise has a score in the gradebook and its outputs in the autograded notebook.

    The notebook is written last, and the scores alone may be those of an earlier hand-in.
    """
    course = load_course(Path(coursedir.root))
    if assignment not in course.assignments:
        return True
    wanted = {checks_id(exercise.name) for exercise in course.assignments[assignment].exercises}
    folder = Path(coursedir.format_path(coursedir.autograded_directory, student, assignment))
    return wanted <= _with_outputs(folder / f"{assignment}.ipynb") & _with_scores(coursedir, assignment, student)


def _with_outputs(path: Path) -> set[str]:
    try:
        notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, nbformat.ValidationError):
        return set()
    return {grade_id(cell) for cell in notebook.cells if cell.get("outputs")}


def _with_scores(coursedir: Any, assignment: str, student: str) -> set[str]:
    with Gradebook(coursedir.db_url, coursedir.course_id) as gradebook:
        try:
            grades = gradebook.find_submission_notebook(assignment, assignment, student).grades
        except MissingEntry:
            return set()
        return {grade.name for grade in grades if grade.auto_score is not None}
