"""Of two classes in one folder of results, the last one alone is exported and told, and the other is named."""

from __future__ import annotations

import csv
from typing import NamedTuple

import pytest

SUITE = '''"""`add`: two numbers."""

from autograder.checks import check, compare


@check(points=1, zh="小数", en="Small numbers")
def test_small(student, reference):
    compare(student.call(1, 3), reference.call(1, 3))
'''
EXERCISE = 'add = { points = 1, title = { zh = "加法", en = "Adding" } }'
RIGHT = "def add(a, b):\n    return a + b\n"
FILES = {"solutions/adding.py": RIGHT, "autograder/suites/adding/test_add.py": SUITE}
OLD, LEFT_OUT = "old-student", "1 result of earlier runs left out: old-student/adding."


class Graded(NamedTuple):
    """A course in which two classes were graded into one folder, and what the second run said."""

    course: object
    out: object
    said: str


@pytest.fixture(scope="module")
def graded(make_adding, make_class, grade, tmp_path_factory):
    """Grade a class of two, and then a class in which one of them is replaced by another student."""
    course, around = make_adding(EXERCISE, FILES), tmp_path_factory.mktemp("classes")
    for name, students in (("old", (OLD, "mei")), ("new", ("mei", "wang-fang"))):
        folder = make_class(around / name, {student: {"adding.py": RIGHT} for student in students})
        run = grade(folder, around / "results", "--allow-unsandboxed", cwd=course)
        assert run.code == 0, run.stderr
    return Graded(course, around / "results", run.stderr)


@pytest.fixture
def command(autograder, graded, tmp_path):
    """Run a command on the folder of results with an `--out`, and return its exit code, stderr and what it wrote."""

    def command(name, *options):
        done = autograder(name, graded.out, *options, "--out", tmp_path / "out", cwd=graded.course)
        return done.returncode, done.stderr, tmp_path / "out"

    return command


def test_grading_names_what_an_earlier_class_left_and_leaves_it_there(graded):
    assert LEFT_OUT in graded.said
    assert (graded.out / OLD / "adding.json").is_file()


def test_the_export_has_the_students_of_the_last_class(command):
    code, said, out = command("export", "--to", "csv")
    with open(out, encoding="utf-8", newline="") as file:
        assert [row["student"] for row in csv.DictReader(file)] == ["mei", "wang-fang"]
    assert (code, LEFT_OUT in said) == (0, True)


def test_the_students_of_the_last_class_have_feedback(command):
    code, said, out = command("feedback")
    assert sorted(page.name for page in out.iterdir()) == ["mei.html", "wang-fang.html"]
    assert (code, LEFT_OUT in said) == (0, True)


def test_the_report_knows_nobody_of_the_earlier_class(command):
    code, said, out = command("report")
    page = out.read_text(encoding="utf-8")
    assert ("wang-fang" in page, OLD in page) == (True, False)
    assert (code, LEFT_OUT in said) == (0, True)


def test_mistakes_are_those_of_the_last_class(autograder, graded):
    done = autograder("mistakes", graded.out, cwd=graded.course)
    assert (done.returncode, LEFT_OUT in done.stderr) == (0, True)


def test_a_page_of_a_student_who_left_is_named(command, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / f"{OLD}.html").write_text("an earlier page")
    _, said, out = command("feedback")
    assert f"{OLD}.html" in said
    assert (out / f"{OLD}.html").read_text() == "an earlier page"
