"""Making the cells of a source notebook, with nbgrader's metadata (schema 3)."""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder.course.manifest import Assignment, Exercise, Question
from autograder.course.markers import BEGIN_HIDDEN, END_HIDDEN, checks_id
from autograder.course.text import Language, Text

HIDDEN = f"""
{BEGIN_HIDDEN}
from autograder.nbgrader.kernel import points

points("{{assignment}}", "{{exercise}}")
{END_HIDDEN}"""
EXERCISE = Text("### 编程题 `{name}`：{title}（{points} 分）", "### Exercise `{name}`: {title} ({points} points)")
WRITTEN = Text(
    "### 书面题：{title}（{points} 分，人工评阅，不计入 {total} 分）",
    "### Written question: {title} ({points} points, marked by hand, on top of the {total})",
)


def text(key: str, source: str) -> NotebookNode:
    """Return a Markdown cell."""
    return _cell(new_markdown_cell, key, source)


def code(key: str, source: str, folded: bool = False) -> NotebookNode:
    """Return a code cell; if it is folded, Jupyter shows its output only."""
    return _cell(new_code_cell, key, source, **({"jupyter": {"source_hidden": True}} if folded else {}))


def locked(key: str, source: str, folded: bool = False) -> NotebookNode:
    """Return a read-only code cell."""
    cell = code(key, source, folded)
    cell.metadata["nbgrader"] = _nbgrader(key, locked=True)
    return cell


def heading(item: Exercise | Question, assignment: Assignment, language: Language) -> NotebookNode:
    """Return the heading above an exercise or a written question, which stands in the outline: title and points."""
    pattern = EXERCISE if isinstance(item, Exercise) else WRITTEN
    points, total = f"{item.points:g}", f"{assignment.points:g}"
    title = pattern.format(name=item.name, title=item.title, points=points, total=total)
    return text(f"{item.name}_title", title.in_language(language))


def solution(exercise: Exercise, source: str) -> NotebookNode:
    """Return the cell that students fill in; in the source notebook it holds the solution between its markers."""
    return _cell(new_code_cell, exercise.name, source, nbgrader=_nbgrader(exercise.name, solution=True))


def checks(assignment: str, exercise: Exercise) -> NotebookNode:
    """Return the cell that earns the points: the public cases, then the hidden part.

    It raises an exception where a case does not pass, which nbgrader reports; by its tag Jupyter runs on all the same.
    """
    key = checks_id(exercise.name)
    source = f"check({exercise.name})" + HIDDEN.format(assignment=assignment, exercise=exercise.name)
    metadata = _nbgrader(key, grade=True, locked=True, points=exercise.points)
    return _cell(new_code_cell, key, source, tags=["raises-exception"], nbgrader=metadata)


def answer(question: Question, source: str) -> NotebookNode:
    """Return the cell of a written answer; in the source notebook it holds the model answer."""
    metadata = _nbgrader(question.name, grade=True, solution=True, points=question.points)
    return _cell(new_markdown_cell, question.name, source, nbgrader=metadata)


def _cell(make: Any, key: str, source: str, **metadata: Any) -> NotebookNode:
    cell: NotebookNode = make(source, id=key, metadata=metadata)
    return cell


def _nbgrader(grade_id: str, **fields: Any) -> dict[str, Any]:
    metadata = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
    return metadata | {"grade_id": grade_id} | fields
