"""A check has so much time of a processor; waiting costs none of it, and ends by the clock on the wall."""

from __future__ import annotations

import pytest

EXERCISE = 'add = { points = 2, title = { zh = "加法", en = "Adding" } }'
SUITE = """
from autograder.checks import check, compare


@check(points=1, zh="小", en="Small")
def test_small(student, reference):
    compare(student.call(1, 2), reference.call(1, 2))


@check(points=1, zh="大", en="Large")
def test_large(student, reference):
    compare(student.call(100, 2), reference.call(100, 2))
"""
SOLUTION = "def add(a, b):\n    ### BEGIN SOLUTION\n    return a + b\n    ### END SOLUTION\n"
ANSWER = "import os, time\ndef add(a, b):\n    {statement}\n    return a + b\n"
STATEMENTS = {  # what an answer does before it answers; a check has half a second of a processor, two on the wall
    "waits for a second": "time.sleep(1)",
    "waits for ever": "time.sleep(100)",
    "loops": "while True: pass",
    "loops where it is large": "while a > 50: pass",
    "lets a child loop": "os.fork() or exec('while True: pass')\n    os.wait()",
}


@pytest.fixture(scope="module")
def graded(make_class, grade, make_adding, tmp_path_factory):
    files = {"solutions/adding.py": SOLUTION, "autograder/suites/adding/test_add.py": SUITE}
    root = make_adding(EXERCISE, files, check_seconds=0.5)
    students = {name: {"adding.py": ANSWER.format(statement=each)} for name, each in STATEMENTS.items()}
    folder = make_class(tmp_path_factory.mktemp("class"), students)
    run = grade(folder, tmp_path_factory.mktemp("results"), "--allow-unsandboxed", cwd=root)
    assert run.code == 0, run.stderr
    return run


def messages(run, student):
    return [message["zh"] for message in run.messages(student, "adding", "add")]


def test_an_answer_that_waits_longer_than_it_may_compute_is_right(graded):
    assert graded.records["waits for a second", "adding"]["score"] == 2


def test_an_answer_that_never_ends_is_stopped_in_its_own_check_only(graded):
    assert graded.records["loops where it is large", "adding"]["score"] == 1
    assert messages(graded, "loops where it is large")[1] == "计算了 0.5 秒仍未结束，已被中止。是不是有死循环？"


def test_an_answer_that_loops_has_no_points(graded):
    assert graded.records["loops", "adding"]["score"] == 0
    assert "计算了 0.5 秒仍未结束" in messages(graded, "loops")[0]


@pytest.mark.parametrize("student", ["waits for ever", "lets a child loop"])
def test_an_answer_that_only_waits_is_stopped_by_the_clock_on_the_wall(graded, student):
    assert graded.records[student, "adding"]["score"] == 0
    assert "等了 2 秒仍未结束" in messages(graded, student)[0]
