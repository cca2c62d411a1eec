"""Autograding in the place of nbgrader's `Execute`: the engine runs the submission, never nbgrader's process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor  # type: ignore[import-untyped]
from traitlets import Bool, Unicode

from autograder.course.errors import GraderError, UsageError
from autograder.course.layout import MANIFEST
from autograder.course.load import load_course
from autograder.course.manifest import Assignment, Course
from autograder.course.markers import checks_id
from autograder.course.seed import course_seed
from autograder.course.text import Language
from autograder.nbgrader.engine import Engine, engine_of
from autograder.nbgrader.feedback import outputs_of, remark_cell
from autograder.nbgrader.source_notebook import notebook_language
from autograder.nbgrader.submitted import next_handin, submitted_handin
from autograder.pages.card import Card
from autograder.pages.course_texts import CourseTexts
from autograder.sandbox.levels import with_weakest_level
from autograder.submissions.cells import grade_id, is_answer, nbgrader_metadata
from autograder.submissions.handin import Handin


class GradeInWorker(NbGraderPreprocessor):  # type: ignore[misc]
    """Grade the submission a notebook comes from, and write points and feedback as outputs of its grade cells."""

    seed = Unicode(
        "", help="The course seed. Default: the variable AUTOGRADER_SEED, else the file .autograder-seed of the course."
    ).tag(config=True)

    isolation = Unicode("", help="The weakest level that may grade. Default: the manifest's.").tag(config=True)
    allow_unsandboxed = Bool(False, help="Grade even where student code cannot be isolated.").tag(config=True)

    _texts: CourseTexts | None = None  # nbgrader makes a preprocessor for each run of a command

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the notebook with its outputs; raise `GraderError` instead of giving a score that is not one."""
        engine, about = self._engine(resources["nbgrader"]["assignment"]), resources["nbgrader"]
        result, faults = engine.grade(submitted_handin(self._converter.coursedir, about))
        if following := next_handin(self._converter, about):
            engine.begin(following)
        for fault in faults:
            self.log.error(fault)
        if result.score is None:
            raise GraderError("The grader itself failed at this submission; it has no score. The fault is shown above.")
        course = load_course(Path(self._converter.coursedir.root))
        self._texts = self._texts or CourseTexts(course)
        language = notebook_language(course, result.assignment)
        _write_outputs(nb, self._texts.cards(result), language)
        if result.message.zh:
            self.log.warning(
                "%s/%s: %s", result.student, result.assignment, result.message.in_languages(course.languages)
            )
            nb.cells.insert(0, remark_cell(result.message, language))
        return nb, resources

    def begin(self, handin: Handin) -> None:
        """Let the engine start with a hand-in while nbgrader prepares its notebook."""
        self._engine(handin.assignment).begin(handin)

    @property
    def _converter(self) -> Any:
        """Return nbgrader's `Autograde`, whose exporter has this preprocessor."""
        return self.parent.parent

    def _engine(self, name: str) -> Engine:
        course = load_course(Path(self._converter.coursedir.root))
        course = with_weakest_level(course, self.isolation, self.allow_unsandboxed)
        owner = getattr(self._converter, "engine_owner", self.parent)  # nbgrader makes an exporter for each run
        return engine_of(owner, course, _assignment(course, name), course_seed(course.root, self.seed))


def _assignment(course: Course, name: str) -> Assignment:
    if name not in course.assignments:
        raise UsageError(f"{MANIFEST} has no assignment {name}, so there are no suites to grade it with.")
    return course.assignments[name]


def _write_outputs(nb: NotebookNode, found: Sequence[Card], language: Language) -> None:
    """Fill the grade cells; nbgrader would give full points to one that is left empty, so none may be."""
    cards = {checks_id(card.result.name): card for card in found}
    cells = {grade_id(cell): cell for cell in nb.cells if nbgrader_metadata(cell).get("grade") and not is_answer(cell)}
    if differing := sorted(cards.keys() ^ cells.keys()):
        raise GraderError(
            f"The notebook and the manifest do not have the same exercises: {', '.join(differing)}. "
            "Run `autograder build` and `nbgrader generate_assignment` again."
        )
    for key, card in cards.items():
        cells[key].outputs = outputs_of(card, language)
