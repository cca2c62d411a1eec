"""The course and the class that are measured: one assignment as notebooks, every student with the right answers."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[1]
ASSIGNMENT = "image_convolution"
NOT_MEASURED = {"", "check_setup"}  # cells by their ids; a demonstration has none
MARKERS = re.compile(r"^\s*### (BEGIN|END) .*\n", re.MULTILINE)
# A test cell as stock nbgrader runs it: in the student's kernel, with the same checks as the engine's.
TEST_CELL = """
import sys
sys.path.insert(0, {folder!r})
from incell import run
run({assignment!r}, {exercise!r}, globals())
"""
STOCK = """c = get_config()
c.CourseDirectory.course_id = "bench"
"""


def make_course(folder: Path, stock: bool) -> Path:
    """Make an nbgrader course; a `stock` one has nbgrader's own settings, and the hidden checks in its test cells."""
    for name in ("exercises.toml", "nbgrader_config.py"):
        shutil.copy(ROOT / name, folder)
    for name in ("solutions", "assignments"):
        shutil.copytree(ROOT / name, folder / name)
    source = folder / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    source.parent.mkdir(parents=True)
    notebook = source_notebook()
    if stock:
        (folder / "nbgrader_config.py").write_text(STOCK, encoding="utf-8")
        for cell in notebook.cells:
            _put_checks_in(cell)
    nbformat.write(notebook, source)  # type: ignore[no-untyped-call]
    return folder


def make_class(folder: Path, release: Path, students: int) -> Path:
    """Write so many submissions made of a released notebook, in the folders of nbgrader's `submitted/`."""
    answers = {cell_id(cell): MARKERS.sub("", cell.source) for cell in source_notebook().cells if _is_solution(cell)}
    for number in range(students):
        notebook = read_notebook(release)
        for cell in notebook.cells:
            if cell_id(cell) in answers:
                cell.source = f"{answers[cell_id(cell)]}\n# student {number}"
        path = folder / f"s{number:05}" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)  # type: ignore[no-untyped-call]
    return folder


def source_notebook() -> NotebookNode:
    """Return the instructor's notebook without its demonstrations, which plot, and without the set-up of the check.

    Stock nbgrader does not release the students' check, and no row runs it.
    """
    notebook = read_notebook(ROOT / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb")
    notebook.cells = [cell for cell in notebook.cells if cell.cell_type != "code" or cell_id(cell) not in NOT_MEASURED]
    return notebook


def require_full_marks(course: Path, students: int) -> None:
    """Raise `RuntimeError` unless nbgrader gave every student full marks: else something else was measured."""
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        submissions = gradebook.assignment_submissions(ASSIGNMENT)
        marks = [(submission.score, submission.max_score) for submission in submissions]
    _require_all_full(marks, students)


def require_full_results(out: Path, students: int) -> None:
    """Raise `RuntimeError` unless the engine gave every student full marks."""
    results = [json.loads(path.read_bytes()) for path in out.glob("*/*.json")]
    _require_all_full([(result["score"], result["max_score"]) for result in results], students)


def _require_all_full(marks: list[tuple[float, float]], students: int) -> None:
    if len(marks) != students or any(score != most for score, most in marks):
        raise RuntimeError(f"These should be {students} full marks: {marks}")


def read_notebook(path: Path) -> NotebookNode:
    """Return the notebook in a file."""
    notebook: NotebookNode = nbformat.read(path, 4)  # type: ignore[no-untyped-call]
    return notebook


def _put_checks_in(cell: NotebookNode) -> None:
    marks = cell.metadata.get("nbgrader", {})
    if cell.cell_type == "code" and marks.get("grade"):
        exercise = marks["grade_id"].removesuffix("_checks")
        folder = str(Path(__file__).parent)
        cell.source = TEST_CELL.format(folder=folder, assignment=ASSIGNMENT, exercise=exercise).strip()


def cell_id(cell: NotebookNode) -> str:
    """Return the grade id of a cell, or an empty text."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def _is_solution(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and bool(cell.metadata.get("nbgrader", {}).get("solution"))
