"""Putting the student's own check beside the notebooks that `nbgrader generate_assignment` releases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor  # type: ignore[import-untyped]

from autograder.course.load import load_course
from autograder.course.manifest import Course

SUFFIXES = {".py", ".json"}


class GiveCheck(NbGraderPreprocessor):  # type: ignore[misc]
    """Adds the folder `check/` and the public cases to what is written with a notebook."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the notebook as it is; nbconvert writes every file in the `outputs` of its resources beside it."""
        course = load_course(Path(self.parent.parent.coursedir.root))
        resources.setdefault("outputs", {}).update(given_files(course, resources["nbgrader"]["assignment"]))
        return nb, resources


def given_files(course: Course, assignment: str) -> dict[str, bytes]:
    """Return the content of each file that the check of an assignment needs, by its path from the notebook."""
    mistakes = course.check / "mistakes"
    package = [path for path in course.check.rglob("*") if path.suffix in SUFFIXES and path.parent != mistakes]
    files = [*package, mistakes / f"{assignment}.json", course.public_cases(assignment)]
    return {path.relative_to(course.check.parent).as_posix(): path.read_bytes() for path in files if path.is_file()}
