"""Small notebooks of other graders, and what they become."""

import ast
from itertools import count

import pytest
from nbformat import v4, write

from autograder.commands.import_ import import_one

SQUARE = 'def square(x):\n    """Return x times x."""\n    ### BEGIN SOLUTION\n    return x * x\n    ### END SOLUTION'


def nbgrader_cell(source, kind, points=None):
    facts = {"schema_version": 3, "grade": kind == "tests", "solution": kind == "answer", "locked": False}
    name = f"{kind}_{next(NUMBERS)}"
    facts |= {"grade_id": name} | ({"points": points} if points is not None else {})
    return v4.new_code_cell(source, metadata={"nbgrader": facts})


NUMBERS = count(1)


@pytest.fixture
def import_cells(tmp_path):
    """Import a notebook of these cells into a new course; return the folder and what the notebook became."""

    def import_cells(*cells, metadata=None):
        write(v4.new_notebook(cells=list(cells), metadata=metadata or {}), tmp_path / "hw.ipynb")
        return tmp_path / "course", import_one(tmp_path / "hw.ipynb", "hw", "en", tmp_path / "course")

    return import_cells


@pytest.fixture
def graded_cells(import_cells):
    """Import answers and cells of tests in the format of nbgrader, in the order they are given."""

    def graded_cells(*cells):
        return import_cells(*(nbgrader_cell(source, kind, 2 if kind == "tests" else None) for kind, source in cells))

    return graded_cells


@pytest.fixture
def nbgrader(import_cells):
    """Import an answer and a cell of tests in the format of nbgrader."""

    def nbgrader(tests, answer=SQUARE, before="import math\nimport numpy as np\nimport pytest", points=4):
        cells = [nbgrader_cell(answer, "answer"), nbgrader_cell(tests, "tests", points)]
        return import_cells(v4.new_markdown_cell("# Squares"), v4.new_code_cell(before), *cells)

    return nbgrader


@pytest.fixture
def suite(nbgrader):
    """Return the suite of the one exercise of a notebook; every suite is valid Python."""

    def suite(tests, **notebook):
        root, imported = nbgrader(tests, **notebook)
        text = (root / "suites" / "hw" / f"test_{imported.exercises[-1]}.py").read_text(encoding="utf-8")
        ast.parse(text)
        return text

    return suite
