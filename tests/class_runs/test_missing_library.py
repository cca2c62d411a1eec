"""A submission that imports a library that is not there is told which ones its course has."""

from __future__ import annotations

import pytest

EXERCISE = """add = { points = 100, title = { zh = "加", en = "Add" } }"""
SOLUTION = "def add(a, b):\n    ### BEGIN SOLUTION\n    return a + b\n    ### END SOLUTION\n"
SUITE = """
from autograder.checks import check, compare


@check(points=100, zh="和", en="the sum", public=True)
def test_sum(student, reference):
    compare(student.call(1, 2), reference.call(1, 2))
"""
TOLD = "The libraries of this course: numpy."


@pytest.fixture(scope="module")
def message(make_class, grade, make_adding, tmp_path_factory):
    files = {"solutions/adding.py": SOLUTION, "autograder/suites/adding/test_add.py": SUITE}
    root = make_adding(EXERCISE, files, libraries=["numpy"])
    students = {"guesses": "import no_such_library\n", "divides": "1 / 0\n"}
    folder = make_class(
        tmp_path_factory.mktemp("imports") / "class",
        {student: {"adding.py": line + SOLUTION} for student, line in students.items()},
    )
    run = grade(folder, root / "results", "--allow-unsandboxed", cwd=root)
    assert run.code == 0, run.stderr
    return lambda student: run.records[student, "adding"]["message"]["en"]


def test_the_libraries_of_the_course_are_named(message):
    assert "No module named 'no_such_library'" in message("guesses")
    assert TOLD in message("guesses")


def test_they_are_not_named_where_another_statement_fails(message):
    assert "was skipped" in message("divides")
    assert TOLD not in message("divides")
