"""The table of what is told of mistakes that have no name."""

from __future__ import annotations

import contextlib

import pytest
from typer.testing import CliRunner

from autograder.__main__ import app
from autograder.build.stubs import make_stub

EXERCISE = 'squares = { points = 1, title = { zh = "平方", en = "Squares" } }'
SUITE = """
from autograder.checks import Failed, Related, Text, Unexplained, check, compare


@check(points=1, zh="数", en="Numbers")
def test_numbers(student, reference, draw):
    numbers = [float(draw.integer(10, 90)) for _ in range(9)]
    got = student.call(numbers)
    if got == [0.0]:
        raise Related(Text("只有一个 0", "A single 0"))
    if got == [1.0]:
        raise Unexplained(Text("不对", "Wrong"))
    if got == [2.0]:
        raise Failed(Text("这里不能用 2", "2 is not allowed here"))
    compare(got, reference.call(numbers))
"""
BODY = "return [n * n for n in numbers]"
SOLUTION = f"import math\n\n\ndef squares(numbers):\n    ### BEGIN SOLUTION\n    {BODY}\n    ### END SOLUTION\n"
KNOWN = """[halves]
before = "return [n * n for n in numbers]"
after = "return [n * n / 2 for n in numbers]"
zh = "一半。"
en = "Half."
check = "numbers"

[prints]
before = "return [n * n for n in numbers]"
after = "print(numbers)"
zh = "没有返回。"
en = "It returns nothing."
check = "numbers"
credit = false
"""
CONSTANTS = (
    ("zero", "[0 * numbers[0]]"),
    ("one", "[1 + 0 * numbers[0]]"),
    ("two", "[2 + 0 * numbers[0]]"),
    ("other", "[n * n + n for n in numbers]"),
)


@pytest.fixture(scope="module")
def page(make_adding, adding_manifest, tmp_path_factory):
    constants = "".join(
        f'\n[{name}]\nbefore = "{BODY}"\nafter = "return {value}"\nzh = "{name}"\nen = "{name}"\ncheck = "numbers"\n'
        for name, value in CONSTANTS
    )
    files = {
        "exercises.toml": adding_manifest(EXERCISE).replace("[course]", '[course]\nlibraries = ["torch"]'),
        "solutions/adding.py": SOLUTION,
        "assignments/adding.py": make_stub(SOLUTION, "adding.py"),
        "autograder/suites/adding/test_squares.py": SUITE,
        "autograder/suites/misconceptions/squares.toml": KNOWN + constants,
    }
    path = tmp_path_factory.mktemp("docs") / "told.md"
    with contextlib.chdir(make_adding(EXERCISE, files)):
        CliRunner().invoke(app, ["prove", "--jobs", "1", "--told", str(path)])
    return path.read_text(encoding="utf-8")


def row_of(page, title):
    rows = page.split(f"## {title}")[1].splitlines()
    cells = next(row for row in rows if row.startswith("| squares")).strip("| ").split(" | ")
    heads = next(row for row in rows if row.startswith("| exercise")).strip("| ").split(" | ")
    return dict(zip(heads, cells, strict=True))


def test_each_known_mistake_counts_as_what_is_told_when_it_has_no_name(page):
    row = row_of(page, "Known mistakes")
    assert row["wrong answers"] == "6"
    assert row["relation"] == "2"  # half of it, and what the suite says of a relation
    assert row["remark"] == "1"  # a print in the place of a return
    assert row["sentence"] == "1"
    assert row["bare"] == "2"
    assert "A name, a relation or a remark: 3 of 6 (50%)." in page


def test_the_table_says_how_many_were_bare_without_all_that(page):
    assert row_of(page, "Known mistakes")["bare by itself"] == "3"


def test_mutants_have_a_table_of_their_own(page):
    assert int(row_of(page, "Mutants")["wrong answers"]) > 0
