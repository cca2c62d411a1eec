"""The answers are found in notebooks whose cells were copied, split, merged, re-typed, moved or deleted."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from nbformat import NotebookNode

from autograder.submissions.cell_code import code_cells
from autograder.submissions.cells import grade_id
from autograder.submissions.notebook import read_notebook
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
    """A notebook with two answers, which each test damages in its own way."""
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
    """Return the repaired notebook and the notes; assert that its released cells are as they were released."""
    original = copy.deepcopy(student)
    repaired = repair(student, released)
    assert student == original
    assert keys(repaired.notebook) == [key for key in keys(released) if key in keys(repaired.notebook)]
    for released_cell in released.cells:
        if grade_id(released_cell) in keys(repaired.notebook):
            cell = cell_of(repaired.notebook, grade_id(released_cell))
            assert (cell.cell_type, cell.metadata) == (released_cell.cell_type, released_cell.metadata)
            assert cell.metadata.nbgrader.solution or cell.source == released_cell.source
    return repaired.notebook, " ".join(note.en for note in repaired.notes)


def code_to_run(notebook: NotebookNode) -> str:
    return "\n".join(code_cells(notebook))


def test_an_undamaged_notebook_stays_as_it_is(student, released):
    notebook, notes = repaired(student, released)
    assert (notebook.cells, notes) == (student.cells, "")


def test_of_two_copies_of_a_cell_the_one_with_the_answer_counts(student, released):
    student.cells.append(copy.deepcopy(cell_of(released, "corr2d")))
    notebook, notes = repaired(student, released)
    assert cell_of(notebook, "corr2d").source == ANSWER
    assert code_to_run(notebook).count("def corr2d(") == 1
    assert "stood there twice" in notes
    assert "corr2d" in notes


def test_an_answer_in_a_new_cell_counts_although_the_untouched_stub_is_still_below_it(student, released):
    cell_of(student, "corr2d").metadata = NotebookNode()
    student.cells.append(copy.deepcopy(cell_of(released, "corr2d")))
    notebook, _ = repaired(student, released)
    assert cell_of(notebook, "corr2d").source == ANSWER
    assert code_to_run(notebook).count("def corr2d(") == 1


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
    notebook, notes = repaired(student, released)
    assert cell_of(notebook, "corr2d").source == ANSWER
    assert "joined again: corr2d" in notes


def test_cells_that_are_complete_code_are_not_joined(student, released):
    index = index_of(student, "corr2d")
    student.cells.insert(index + 1, NotebookNode(cell_type="code", metadata={}, source="print(corr2d)", outputs=[]))
    notebook, notes = repaired(student, released)
    assert (cell_of(notebook, "corr2d").source, notes) == (ANSWER, "")


def test_two_answers_merged_into_one_cell_both_count(student, released):
    cell_of(student, "corr2d").source = f"{ANSWER}\n\n\n{OTHER}"
    cell_of(student, "output_shape").source = cell_of(released, "output_shape").source
    notebook, notes = repaired(student, released)
    assert code_to_run(notebook).count("def output_shape(") == 1
    assert "in the cells of others: output_shape" in notes


def test_an_answer_merged_into_a_test_cell_is_found_and_the_test_cell_comes_back(student, released):
    checks = cell_of(student, "corr2d_checks")
    checks.source = f"{ANSWER}\n\n{checks.source}"
    student.cells.remove(cell_of(student, "corr2d"))
    notebook, notes = repaired(student, released)
    assert ANSWER in cell_of(notebook, "corr2d").source
    assert "put back: corr2d_checks" in notes


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_code_turned_into_text_is_code_again(student, released, kind):
    cell_of(student, "corr2d").cell_type = kind
    notebook, notes = repaired(student, released)
    assert ANSWER in code_to_run(notebook)
    assert "type of cells was changed back: corr2d" in notes


def test_cells_in_another_order_are_put_in_order(student, released):
    student.cells.reverse()
    _, notes = repaired(student, released)
    assert "order of cells was restored" in notes


def test_deleted_cells_come_back(student, released):
    student.cells = [cell for cell in student.cells if grade_id(cell) not in ("imports", "corr2d_checks")]
    notebook, notes = repaired(student, released)
    assert keys(notebook) == keys(released)
    assert "put back: imports, corr2d_checks" in notes


def test_a_notebook_without_nbgrader_metadata_is_matched_by_names_and_texts(student, released):
    for cell in student.cells:
        cell.metadata = NotebookNode()
    notebook, notes = repaired(student, released)
    assert keys(notebook) == keys(released)
    assert cell_of(notebook, "corr2d").source == ANSWER
    assert "not made from the released one" in notes


def test_broken_metadata_of_single_cells_is_restored(student, released):
    cell_of(student, "corr2d").metadata.nbgrader = NotebookNode(grade_id=7, points="many")
    cell_of(student, "output_shape").metadata.nbgrader.schema_version = 1
    notebook, notes = repaired(student, released)
    assert keys(notebook) == keys(released)
    assert "marks of cells were restored: corr2d" in notes


def test_what_was_written_into_a_read_only_cell_is_kept_in_a_cell_above_it(student, released):
    cell_of(student, "imports").source += "\nimport math"
    notebook, notes = repaired(student, released)
    assert "import math" in code_to_run(notebook)
    assert "changed were restored: imports" in notes


def test_a_written_answer_that_lost_its_metadata_is_found_below_its_title(course):
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
def test_notebooks_of_other_editors_give_the_same_code(student, saved):
    cells = [saved(cell) for cell in json.loads(json.dumps(student.cells))]
    text = json.dumps({"cells": cells, "metadata": {"colab": {}}, "nbformat": 4, "nbformat_minor": 0})
    assert code_cells(read_notebook(text)) == code_cells(student)


def test_a_released_notebook_holds_no_answer_and_no_hidden_test(course):
    for name in course.assignments:
        text = json.dumps(released_notebook(Path(course.notebook(name))))
        assert "SOLUTION" not in text
        assert "HIDDEN" not in text
