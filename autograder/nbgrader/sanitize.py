"""Sanitizing steps of `nbgrader autograde`: any file is read as a notebook, and damaged notebooks are repaired."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor  # type: ignore[import-untyped]

from autograder.course.errors import NotGradable
from autograder.course.load import load_course
from autograder.nbgrader.execute import GradeInWorker
from autograder.nbgrader.log import hidden_tests
from autograder.nbgrader.submitted import submitted_handin
from autograder.submissions.notebook import read_notebook
from autograder.submissions.read import read_text
from autograder.submissions.repair.released import released_notebook
from autograder.submissions.repair.repair import repair

EMPTY_NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'


class ReadAnything(NotebookExporter):
    """Reads what a student handed in; a file that is no notebook counts as an empty one, so that the class goes on."""

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> tuple[NotebookNode, Any]:
        """Convert a file that was handed in; any other file, such as an autograded one, is read by nbconvert itself."""
        converter: Any = self.parent
        coursedir, about = converter.coursedir, resources["nbgrader"]
        handin = submitted_handin(coursedir, about)
        if Path(filename) != handin.path:
            return super().from_filename(filename, resources, **options)
        if GradeInWorker in converter.autograde_preprocessors:
            GradeInWorker(parent=self).begin(handin)
        try:
            limits = load_course(Path(coursedir.root)).limits_of(handin.assignment)
            notebook = read_notebook(read_text(handin, limits)[0])
        except NotGradable as problem:
            self.log.warning("%s: %s", filename, problem)
            notebook = read_notebook(EMPTY_NOTEBOOK)
        resources["metadata"] = {"name": about["notebook"]}
        return self.from_notebook_node(notebook, resources, **options)  # type: ignore[no-untyped-call, no-any-return]


class RepairCells(NbGraderPreprocessor):  # type: ignore[misc]
    """Repairs a notebook whose cells were moved, copied or deleted, with the source notebook of its assignment."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the repaired notebook, and log what was repaired."""
        about = resources["nbgrader"]
        course = load_course(Path(self.parent.parent.coursedir.root))
        source = course.notebook(about["assignment"])
        repaired = repair(nb, released_notebook(source))
        hidden_tests.expect(source)
        self.log.addFilter(hidden_tests)
        for note in repaired.notes:
            self.log.warning("%s/%s: %s", about["student"], about["assignment"], note.in_languages(course.languages))
        return repaired.notebook, resources
