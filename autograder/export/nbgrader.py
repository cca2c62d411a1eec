"""Scores into nbgrader's gradebook, through its own interface."""

from __future__ import annotations

from collections.abc import Sequence

from nbgrader.api import Gradebook, MissingEntry  # type: ignore[import-untyped]
from sqlalchemy.exc import SQLAlchemyError

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.markers import checks_id
from autograder.results.model import Result

DEFAULT = "gradebook.db"


def write_gradebook(course: Course, results: Sequence[Result], url: str) -> None:
    """Write every score of `results` into the gradebook at `url`, or that of the course if it is empty.

    Students and submissions that are not there are made; what was marked by hand stays. Raises `UsageError` when
    the gradebook does not have the assignment as the manifest does.
    """
    try:
        with Gradebook(url or f"sqlite:///{course.root / DEFAULT}") as gradebook:
            for example in {result.assignment: result for result in results}.values():
                _require_cells(gradebook, example)
            for result in results:
                _write(gradebook, result)
    except (SQLAlchemyError, OSError) as error:
        reason = str(error).splitlines()[0]
        raise UsageError(f"The gradebook cannot be used: {reason}. Look at --db or NBGRADER_DB_URL.") from None


def _require_cells(gradebook: Gradebook, result: Result) -> None:
    """Raise `UsageError` unless every exercise of a result has its cell with its points."""
    name = result.assignment
    try:
        cells = {cell.name: cell.max_score for cell in gradebook.find_notebook(name, name).grade_cells}
    except MissingEntry:
        cells = {}
    for exercise in result.exercises:
        if cells.get(checks_id(exercise.name)) != exercise.max_score:
            raise UsageError(
                f"The gradebook does not have {name} with {exercise.max_score:g} points for {exercise.name}. "
                f"Run `nbgrader generate_assignment {name}` first."
            )


def _write(gradebook: Gradebook, result: Result) -> None:
    student, assignment = result.student, result.assignment
    gradebook.update_or_create_student(student)
    gradebook.update_or_create_submission(assignment, student)
    for exercise in result.exercises:
        grade = gradebook.find_grade(checks_id(exercise.name), assignment, assignment, student)
        grade.auto_score = exercise.score
        grade.needs_manual_grade = grade.manual_score is not None
    gradebook.db.commit()
