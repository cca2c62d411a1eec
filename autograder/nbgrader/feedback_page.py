"""The pages of `nbgrader generate_feedback`: one language, exercises by their names, the lesson's text folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from traitlets import Bool
from traitlets.config import Config

from autograder.course.load import load_course
from autograder.course.manifest import Course
from autograder.course.markers import checks_id
from autograder.course.text import Language, Text
from autograder.nbgrader.page import SafePage
from autograder.nbgrader.source_notebook import notebook_language, source_texts
from autograder.pages.say import CODES
from autograder.pages.shell import STYLES, styles
from autograder.submissions.cells import nbgrader_metadata

FOLDER = Path(__file__).parent / "templates"
TEMPLATE = "feedback_page"
POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    "img-src data:; base-uri 'none'; form-action 'none'\">"
)
WORDS = {
    "contents": Text("目录", "Contents"),
    "points": Text("{score:g}/{most:g} 分", "{score:g}/{most:g} points"),
    "late": Text("迟交扣分：", "Late submission penalty:"),
    "answer": Text("你的答案", "your answer"),
    "comment": Text("评语：", "Comment:"),
    "lesson": Text("课文", "The lesson"),
}


@dataclass(frozen=True)
class Fold:
    """Whether a run of folded cells begins or ends with a cell."""

    begins: bool = False
    ends: bool = False


class DescribeCells(Preprocessor):
    """Adds to the resources of a page what it says of the course, and which cells are the lesson's."""

    enabled = Bool(True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Return the notebook as it is, and the resources with `feedback`."""
        converter: Any = self.parent and self.parent.parent  # nbgrader's `GenerateFeedback`
        course = load_course(Path(converter.coursedir.root))
        name = resources["nbgrader"]["assignment"]
        language = notebook_language(course, name)
        resources["feedback"] = {
            "lang": CODES[language],
            "words": {key: text.in_language(language) for key, text in WORDS.items()},
            "title": course.title_of(name).in_language(language),
            "titles": _titles(course, name, language),
            "folds": _folds(nb.cells, _lesson(course, name)),
            "style": Markup(
                styles(*STYLES, "card.css") + (FOLDER / TEMPLATE / "notebook.css").read_text(encoding="utf-8")
            ),
        }
        return nb, resources


class FeedbackPage(SafePage):
    """Makes the pages from a template of our own; they load nothing, and formulas stay as they are written."""

    head = POLICY

    @property
    def default_config(self) -> Config:
        """Return nbconvert's settings with the place of the template; nbgrader names its own for every exporter."""
        own = Config({type(self).__name__: {"template_name": TEMPLATE, "extra_template_basedirs": [str(FOLDER)]}})
        own.merge(super().default_config)
        return own


def _titles(course: Course, name: str, language: Language) -> dict[str, str]:
    """Return what the cells of exercises and questions are called, by their grade ids."""
    exercises = {key: f"{key} {title.in_language(language)}" for key, title in course.exercise_titles(name).items()}
    assignment = course.assignments.get(name)
    questions = {one.name: one.title.in_language(language) for one in assignment.written} if assignment else {}
    return exercises | {checks_id(key): title for key, title in exercises.items()} | questions


def _lesson(course: Course, assignment: str) -> set[str]:
    return {source.strip() for source in source_texts(course, assignment)}


def _folds(cells: Sequence[NotebookNode], lesson: set[str]) -> list[Fold]:
    """Return which cells begin and end a run of cells that are the lesson's, and neither answers nor graded."""
    folded = [_is_plain(cell) and cell.source.strip() in lesson for cell in cells]
    around = [False, *folded, False]
    return [Fold(here and not around[place], here and not around[place + 2]) for place, here in enumerate(folded)]


def _is_plain(cell: NotebookNode) -> bool:
    marks = nbgrader_metadata(cell)
    return not any(marks.get(kind) for kind in ("grade", "solution", "task"))
