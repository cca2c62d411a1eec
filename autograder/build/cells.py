"""The cells of a source notebook, marked for nbgrader (metadata schema 3)."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder.course.manifest import Exercise, Question
from autograder.course.markers import BEGIN_HIDDEN, END_HIDDEN
from autograder.course.text import Text

HIDDEN = f"""
{BEGIN_HIDDEN}
from autograder.nbgrader.kernel import points

points("{{assignment}}", "{{exercise}}")
{END_HIDDEN}"""
EXERCISE = Text("**编程题 `{name}`：{title}**（{points} 分）", "**Exercise `{name}`: {title}** ({points} points)")
WRITTEN = Text(
    "**书面题：{title}**（{points} 分，人工评阅，不计入 100 分）",
    "**Written question: {title}** ({points} points, marked by hand, on top of the 100)",
)


def text(key: str, source: str) -> NotebookNode:
    """Return a Markdown cell."""
    return _cell(new_markdown_cell, key, source)


def code(key: str, source: str, folded: bool = False) -> NotebookNode:
    """Return a code cell; of a folded one, Jupyter shows the output only."""
    return _cell(new_code_cell, key, source, **({"jupyter": {"source_hidden": True}} if folded else {}))


def locked(key: str, source: str, folded: bool = False) -> NotebookNode:
    """Return a read-only code cell."""
    cell = code(key, source, folded)
    cell.metadata["nbgrader"] = _marks(key, locked=True)
    return cell


def heading(item: Exercise | Question, language: str) -> NotebookNode:
    """Return the line above an exercise or a written question: its title and its points."""
    pattern = EXERCISE if isinstance(item, Exercise) else WRITTEN
    words = pattern.format(name=item.name, title=item.title, points=f"{item.points:g}")
    return text(f"{item.name}_title", getattr(words, language))


def solution(exercise: Exercise, source: str) -> NotebookNode:
    """Return the cell a student fills in, here with the solution between its markers."""
    return _cell(new_code_cell, exercise.name, source, nbgrader=_marks(exercise.name, solution=True))


def checks_id(exercise: str) -> str:
    """Return the name of the cell that earns the points of an exercise."""
    return f"{exercise}_checks"


def checks(assignment: str, exercise: Exercise, examples: str) -> NotebookNode:
    """Return the cell that earns the points: the public examples, then the hidden part."""
    key = checks_id(exercise.name)
    source = examples + HIDDEN.format(assignment=assignment, exercise=exercise.name)
    return _cell(new_code_cell, key, source, nbgrader=_marks(key, grade=True, locked=True, points=exercise.points))


def answer(question: Question, source: str) -> NotebookNode:
    """Return the cell of a written answer, here with the model answer."""
    marks = _marks(question.name, grade=True, solution=True, points=question.points)
    return _cell(new_markdown_cell, question.name, source, nbgrader=marks)


def _cell(make: Any, key: str, source: str, **metadata: Any) -> NotebookNode:
    cell: NotebookNode = make(source, id=key, metadata=metadata)
    return cell


def _marks(grade_id: str, **given: Any) -> dict[str, Any]:
    marks = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
    return marks | {"grade_id": grade_id} | given
