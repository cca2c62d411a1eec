"""The course's own cells of a notebook run only when the student's code reads what they define."""

from __future__ import annotations

import json
import re

import pytest

from autograder.submissions.unused_cells import unused_cells

A = "image_convolution"
FIGURE = "fig = plot()\nfor row in table:\n    fig.add(row)\n"
HELPER = "def plot():\n    return tool.Figure()\n"
TOOLS = "import tool\n"
COURSE_CODE = {FIGURE, HELPER, TOOLS}


@pytest.mark.parametrize(
    ("answer", "unused"),
    [
        ("def f(x):\n    return x + 1\n", {0, 1, 2}),
        ("def f(x):\n    for row in x:\n        pass\n    return row\n", {0, 1, 2}),
        ("def f(x):\n    return tool.add(x)\n", {1, 2}),
        ("def f(x):\n    return plot()\n", {2}),
        ("def f(x):\n    return fig\n", set()),
        ("def f(x):\n    return eval('fig')\n", set()),
        ("this is not Python\n", {0, 1, 2}),
        ("def show(fig):\n    return fig\n\ndef f(x):\n    return show(x)\n", {0, 1, 2}),
        ("def show(fig):\n    return fig\n\ndef f(x):\n    return fig\n", set()),
        ("table = [fig for fig in rows]\n", {0, 1, 2}),
        ("rows = [fig for row in rows]\n", set()),
        ("fig *= 2\n", set()),
        ("fig = fig + 1\n", set()),
        ("fig = 1\nprint(fig)\n", {0, 1, 2}),
        ("def f(x):\n    return fig\n\nfig = 1\n", {0, 1, 2}),
        ("class A:\n    size = fig\n    def fig(self):\n        pass\n", set()),
        ("def f(x):\n    global fig\n    fig += x\n", set()),
        ("del fig\n", set()),
    ],
)
def test_a_cell_of_the_course_is_unused_unless_other_code_reads_what_it_defines(answer, unused):
    assert unused_cells([TOOLS, HELPER, FIGURE, answer], COURSE_CODE) == unused


def test_a_changed_cell_is_the_students_and_always_runs():
    assert unused_cells([FIGURE + "fig.save()\n", "x = 1\n"], COURSE_CODE) == set()


def solved(course) -> dict:
    """Return the notebook of a student who answered everything."""
    notebook = json.loads(course.notebook(A).read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = re.sub(r"\n?### BEGIN HIDDEN TESTS.*", "", "".join(cell["source"]), flags=re.DOTALL)
    return notebook


def with_edited_answer(notebook: dict, old: str, new: str) -> str:
    """Return the notebook's text with a piece of an answer replaced."""
    text = json.dumps(notebook)
    assert json.dumps(old)[1:-1] in text
    return text.replace(json.dumps(old)[1:-1], json.dumps(new)[1:-1], 1)


@pytest.fixture(scope="module")
def run(grade, make_class, course, tmp_path_factory):
    notebook, endless = solved(course), solved(course)
    figure = next(cell for cell in endless["cells"] if cell["id"] == "sliding_window")
    figure["source"] += "\nwhile True:\n    pass\n"
    using_helper = (
        "def edge_kernel() -> Tensor:",
        "def edge_kernel() -> Tensor:\n    assert draw_grid and plt.subplots\n",
    )
    students = {
        "solved": json.dumps(notebook),
        "reads a helper of a figure": with_edited_answer(notebook, *using_helper),
        "changed a figure": json.dumps(endless),
        "misspelt": with_edited_answer(notebook, "def edge_kernel(", "def edge_Kernel("),
        "deleted": json.dumps(notebook | {"cells": [c for c in notebook["cells"] if c["id"] != "edge_kernel"]}),
    }
    folder = make_class(
        tmp_path_factory.mktemp("unused_cells") / "class",
        {name: {f"{A}.ipynb": text} for name, text in students.items()},
    )
    return grade(folder, tmp_path_factory.mktemp("unused_cells_results"))


@pytest.mark.parametrize("student", ["solved", "reads a helper of a figure"])
def test_right_answers_have_full_points_whether_they_use_the_courses_cells_or_not(run, student, full_marks):
    assert run.records[student, A]["score"] == full_marks[A]


def test_a_figure_the_student_changed_is_run(run, full_marks):
    assert "还没有结束" in run.records["changed a figure", A]["message"]["zh"]
    assert run.records["changed a figure", A]["score"] == full_marks[A]


def test_the_message_names_a_misspelt_function(run):
    assert "edge_Kernel" in run.messages("misspelt", A, "edge_kernel")[0]["zh"]


def test_a_deleted_answer_is_reported_as_missing(run):
    assert "没有找到" in run.messages("deleted", A, "edge_kernel")[0]["zh"]
