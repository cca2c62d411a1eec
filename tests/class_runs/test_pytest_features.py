"""A suite may use more of pytest than its checks need: parameters, fixtures with a set-up and an end, classes, skips."""

from __future__ import annotations

import pytest

EXERCISE = 'add = { points = 7, title = { zh = "加法", en = "Adding" } }'
SUITE = """
import pytest

from autograder.checks import check, compare

OPEN = []


@pytest.fixture(scope="module")
def lent():
    OPEN.append("lent")
    yield 5
    OPEN.remove("lent")


@pytest.fixture
def doubled(lent):
    return 2 * lent


@check(points=1, zh="普通", en="Plain")
def test_plain(student, reference, draw):
    a, b = draw.integer(1, 9), draw.integer(1, 9)
    compare(student.call(a, b), reference.call(a, b))
    assert OPEN == []


@check(points=1, zh="参数", en="Parameters")
@pytest.mark.parametrize("b", [0, 1, 10])
def test_parameters(student, reference, b):
    compare(student.call(3, b), reference.call(3, b))


@check(points=1, zh="夹具", en="Fixtures")
def test_fixtures(student, reference, doubled):
    assert OPEN == ["lent"]
    compare(student.call(3, doubled), reference.call(3, doubled))


class TestTogether:
    @check(points=1, zh="类", en="Class")
    def test_in_a_class(self, student, reference):
        compare(student.call(3, 4), reference.call(3, 4))


@pytest.mark.skipif("True", reason="not on this machine")
@check(points=1, zh="跳过", en="Skipped")
def test_skipped(student):
    raise RuntimeError
"""
SOLUTION = "def add(a, b):\n    ### BEGIN SOLUTION\n    return a + b\n    ### END SOLUTION\n"


@pytest.fixture(scope="module")
def graded(make_class, grade, make_adding, tmp_path_factory):
    root = make_adding(EXERCISE, {"solutions/adding.py": SOLUTION, "autograder/suites/adding/test_add.py": SUITE})
    right = "def add(a, b):\n    return a + b\n"
    students = {"right": right, "right too": right, "small": "def add(a, b):\n    return a + b if b < 10 else 0\n"}
    folder = make_class(tmp_path_factory.mktemp("class"), {s: {"adding.py": text} for s, text in students.items()})
    run = grade(folder, tmp_path_factory.mktemp("results"), "--jobs", 1, "--allow-unsandboxed", cwd=root)
    assert run.code == 0, run.stderr
    return run


def outcomes(run, student):
    return {check["name"]: check["status"] for check in run.exercise(student, "adding", "add")["checks"]}


@pytest.mark.parametrize("student", ["right", "right too"])
def test_a_right_answer_passes_whatever_the_check_is_made_of(graded, student):
    passed = ("plain", "parameters[0]", "parameters[1]", "parameters[10]", "fixtures", "in_a_class")
    assert outcomes(graded, student) == dict.fromkeys(passed, "passed") | {"skipped": "not_run"}


def test_a_wrong_answer_fails_where_it_is_wrong(graded):
    failed = {name for name, status in outcomes(graded, "small").items() if status == "failed"}
    assert failed == {"parameters[10]", "fixtures"}
