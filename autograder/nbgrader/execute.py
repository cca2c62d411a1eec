"""Autograding in the place of nbgrader's `Execute`: the engine runs the submission, never nbgrader's process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor  # type: ignore[import-untyped]
from traitlets import Bool, Unicode

from autograder.build.cells import checks_id
from autograder.course.errors import GraderError, UsageError
from autograder.course.layout import MANIFEST
from autograder.course.load import load_course
from autograder.course.manifest import Assignment, Course
from autograder.course.seed import course_seed
from autograder.nbgrader.engine import engine_of
from autograder.nbgrader.feedback import outputs_of, remark_cell
from autograder.nbgrader.submitted import submitted_handin
from autograder.results.model import Result
from autograder.sandbox.levels import with_isolation
from autograder.submissions.cells import grade_id, is_answer, nbgrader_metadata


class GradeInWorker(NbGraderPreprocessor):  # type: ignore[misc]
    """Grade the submission a notebook comes from, and write points and feedback as outputs of its grade cells."""

    seed = Unicode(
        "", help="The course seed. Default: the variable AUTOGRADER_SEED, else the file .autograder-seed of the course."
    ).tag(config=True)

    isolation = Unicode("", help="The weakest level that may grade. Default: the manifest's.").tag(config=True)
    allow_unsandboxed = Bool(False, help="Grade even where student code cannot be isolated.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the notebook with its outputs; raise `GraderError` instead of giving a score that is not one."""
        coursedir = self.parent.parent.coursedir
        course = with_isolation(load_course(Path(coursedir.root)), self.isolation, self.allow_unsandboxed)
        assignment = _assignment(course, resources["nbgrader"]["assignment"])
        engine = engine_of(self.parent, course, assignment, course_seed(course.root, self.seed))
        result, faults = engine.grade(submitted_handin(coursedir, resources["nbgrader"]))
        for fault in faults:
            self.log.error(fault)
        if result.score is None:
            raise GraderError("The grader itself failed at this submission; it has no score. The fault is shown above.")
        _write_outputs(nb, result)
        if result.message.zh:
            self.log.warning("%s/%s: %s", result.student, result.assignment, result.message.both())
            nb.cells.insert(0, remark_cell(result.message))
        return nb, resources


def _assignment(course: Course, name: str) -> Assignment:
    if name not in course.assignments:
        raise UsageError(f"{MANIFEST} has no assignment {name}, so there are no suites to grade it with.")
    return course.assignments[name]


def _write_outputs(nb: NotebookNode, result: Result) -> None:
    """Fill the grade cells; nbgrader would give full points to one that is left empty, so none may be."""
    exercises = {checks_id(exercise.name): exercise for exercise in result.exercises}
    cells = {grade_id(cell): cell for cell in nb.cells if nbgrader_metadata(cell).get("grade") and not is_answer(cell)}
    if differing := sorted(exercises.keys() ^ cells.keys()):
        raise GraderError(
            f"The notebook and the manifest do not have the same exercises: {', '.join(differing)}. "
            "Run `autograder build` and `nbgrader generate_assignment` again."
        )
    for key, exercise in exercises.items():
        cells[key].outputs = outputs_of(exercise)
