"""Notebooks whose cells were copied, split, merged, re-typed, moved, deleted or stripped: the answers are found."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from nbformat import NotebookNode

from autograder.submissions.cells import grade_id
from autograder.submissions.notebook import code_cells, read_notebook
from autograder.submissions.repair.released import released_notebook
from autograder.submissions.repair.repair import repair

A = "image_convolution"
ANSWER = "def corr2d(X, K):\n    h, w = K.shape\n    Y = X * h\n    return Y"
OTHER = "def output_shape(image, kernel):\n    return image"


@pytest.fixture(scope="module")
def released(course) -> NotebookNode:
    return released_notebook(course.notebook(A))


@pytest.fixture
def student(released) -> NotebookNode:
    """A notebook with two answers, for the test to disarrange."""
    notebook = copy.deepcopy(released)
    cell_of(notebook, "corr2d").source = ANSWER
    cell_of(notebook, "output_shape").source = OTHER
    return notebook


def cell_of(notebook: NotebookNode, key: str) -> NotebookNode:
    return next(cell for cell in notebook.cells if grade_id(cell) == key)


def index_of(notebook: NotebookNode, key: str) -> int:
    return notebook.cells.index(cell_of(notebook, key))


def keys(notebook: NotebookNode) -> list[str]:
    return [grade_id(cell) for cell in notebook.cells if grade_id(cell)]


def repaired(student: NotebookNode, released: NotebookNode) -> tuple[NotebookNode, str]:
    """Return the repaired notebook, which has every cell of the released one as it was, and what is said of it."""
    before = copy.deepcopy(student)
    repaired = repair(student, released)
    assert student == before
    assert keys(repaired.notebook) == [key for key in keys(released) if key in keys(repaired.notebook)]
    for model in released.cells:
        if grade_id(model) in keys(repaired.notebook):
            cell = cell_of(repaired.notebook, grade_id(model))
            assert (cell.cell_type, cell.metadata) == (model.cell_type, model.metadata)
            assert cell.metadata.nbgrader.solution or cell.source == model.source
    return repaired.notebook, " ".join(note.en for note in repaired.notes)


def runs(notebook: NotebookNode) -> str:
    return "\n".join(code_cells(notebook))


def test_a_notebook_in_order_stays_as_it_is(student, released):
    notebook, said = repaired(student, released)
    assert (notebook.cells, said) == (student.cells, "")


def test_of_a_copied_cell_the_one_with_the_answer_counts(student, released):
    student.cells.append(copy.deepcopy(cell_of(released, "corr2d")))
    notebook, said = repaired(student, released)
    assert cell_of(notebook, "corr2d").source == ANSWER
    assert runs(notebook).count("def corr2d(") == 1
    assert "stood there twice" in said
    assert "corr2d" in said


def test_an_answer_in_a_cell_of_its_own_counts_although_the_stub_is_left_below_it(student, released):
    cell_of(student, "corr2d").metadata = NotebookNode()
    student.cells.append(copy.deepcopy(cell_of(released, "corr2d")))
    notebook, _ = repaired(student, released)
    assert cell_of(notebook, "corr2d").source == ANSWER
    assert runs(notebook).count("def corr2d(") == 1


@pytest.mark.parametrize("line", [1, 2, 3])
@pytest.mark.parametrize("marked", [True, False])
def test_a_function_cut_in_two_is_joined(student, released, line, marked):
    lines = ANSWER.split("\n")
    index = index_of(student, "corr2d")
    second = copy.deepcopy(student.cells[index])
    student.cells[index].source, second.source = "\n".join(lines[:line]), "\n".join(lines[line:])
    if not marked:
        second.metadata = NotebookNode()
    student.cells.insert(index + 1, second)
    notebook, said = repaired(student, released)
    assert cell_of(notebook, "corr2d").source == ANSWER
    assert "joined again: corr2d" in said


def test_cells_that_stand_alone_are_not_joined(student, released):
    index = index_of(student, "corr2d")
    student.cells.insert(index + 1, NotebookNode(cell_type="code", metadata={}, source="print(corr2d)", outputs=[]))
    notebook, said = repaired(student, released)
    assert (cell_of(notebook, "corr2d").source, said) == (ANSWER, "")


def test_two_answers_merged_into_one_cell_both_count(student, released):
    cell_of(student, "corr2d").source = f"{ANSWER}\n\n\n{OTHER}"
    cell_of(student, "output_shape").source = cell_of(released, "output_shape").source
    notebook, said = repaired(student, released)
    assert runs(notebook).count("def output_shape(") == 1
    assert "in the cells of others: output_shape" in said


def test_an_answer_merged_into_a_test_cell_is_found_and_the_test_cell_comes_back(student, released):
    checks = cell_of(student, "corr2d_checks")
    checks.source = f"{ANSWER}\n\n{checks.source}"
    student.cells.remove(cell_of(student, "corr2d"))
    notebook, said = repaired(student, released)
    assert ANSWER in cell_of(notebook, "corr2d").source
    assert "put back: corr2d_checks" in said


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_code_turned_into_text_is_code_again(student, released, kind):
    cell_of(student, "corr2d").cell_type = kind
    notebook, said = repaired(student, released)
    assert ANSWER in runs(notebook)
    assert "type of cells was changed back: corr2d" in said


def test_cells_in_another_order_are_put_in_order(student, released):
    student.cells.reverse()
    _, said = repaired(student, released)
    assert "order of cells was restored" in said


def test_deleted_cells_come_back(student, released):
    student.cells = [cell for cell in student.cells if grade_id(cell) not in ("imports", "corr2d_checks")]
    notebook, said = repaired(student, released)
    assert keys(notebook) == keys(released)
    assert "put back: imports, corr2d_checks" in said


def test_a_notebook_without_any_marks_is_matched_by_names_and_texts(student, released):
    for cell in student.cells:
        cell.metadata = NotebookNode()
    notebook, said = repaired(student, released)
    assert keys(notebook) == keys(released)
    assert cell_of(notebook, "corr2d").source == ANSWER
    assert "not made from the released one" in said


def test_broken_marks_of_single_cells_are_restored(student, released):
    cell_of(student, "corr2d").metadata.nbgrader = NotebookNode(grade_id=7, points="many")
    cell_of(student, "output_shape").metadata.nbgrader.schema_version = 1
    notebook, said = repaired(student, released)
    assert keys(notebook) == keys(released)
    assert "marks of cells were restored: corr2d" in said


def test_what_was_written_into_a_read_only_cell_is_kept_beside_it(student, released):
    cell_of(student, "imports").source += "\nimport math"
    notebook, said = repaired(student, released)
    assert "import math" in runs(notebook)
    assert "changed were restored: imports" in said


def test_a_written_answer_that_lost_its_mark_is_found_below_its_title(course):
    released = released_notebook(course.notebook("fc_to_conv"))
    student, key = copy.deepcopy(released), course.assignments["fc_to_conv"].written[0].name
    cell_of(student, key).source = "因为 V 不随位置变化。"
    cell_of(student, key).metadata = NotebookNode()
    notebook, _ = repaired(student, released)
    assert cell_of(notebook, key).source == "因为 V 不随位置变化。"


@pytest.mark.parametrize(
    "saved",
    [
        lambda cell: cell | {"source": cell["source"].splitlines(keepends=True)},
        lambda cell: {key: value for key, value in cell.items() if key not in ("id", "outputs", "execution_count")},
        lambda cell: (
            cell | {"metadata": cell["metadata"] | {"id": "Ab1", "colab": {}, "vscode": {"languageId": "python"}}}
        ),
    ],
    ids=["lines", "fields missing", "metadata of editors"],
)
def test_notebooks_of_other_editors_are_read_alike(student, saved):
    cells = [saved(cell) for cell in json.loads(json.dumps(student.cells))]
    text = json.dumps({"cells": cells, "metadata": {"colab": {}}, "nbformat": 4, "nbformat_minor": 0})
    assert code_cells(read_notebook(text)) == code_cells(student)


def test_what_is_released_holds_no_answer_and_no_hidden_test(course):
    for name in course.assignments:
        text = json.dumps(released_notebook(Path(course.notebook(name))))
        assert "SOLUTION" not in text
        assert "HIDDEN" not in text
