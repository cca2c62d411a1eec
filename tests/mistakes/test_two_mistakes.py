"""An answer with two known mistakes is told both, each at the checks that it explains, and keeps no credit."""

from __future__ import annotations

import pytest

EXERCISE = """mean = { points = 100, title = { zh = "平均", en = "Mean" } }"""
SOLUTION = '''
def mean(numbers):
    """Return the mean; raise ValueError where there is none."""
    ### BEGIN SOLUTION
    if not numbers:
        raise ValueError("no numbers")
    return sum(numbers) / len(numbers)
    ### END SOLUTION
'''
SUITE = """
from autograder.checks import check, compare


@check(points=20, zh="一个数", en="one number", public=True)
def test_one(student, reference):
    compare(student.call([4.0]), reference.call([4.0]))


@check(points=40, zh="几个数", en="several numbers")
def test_several(student, reference):
    compare(student.call([1.0, 2.0, 6.0]), reference.call([1.0, 2.0, 6.0]))


@check(points=40, zh="没有数", en="no number")
def test_none(student):
    student.raises(ValueError, [])
"""
DIVISOR, EMPTY, LARGEST = "max(1, len(numbers) - 1)", "if not numbers:\n        return 0.0", "return max(numbers)"
KNOWN = {
    "divides_by_one_less": SOLUTION.replace("/ len(numbers)", f"/ {DIVISOR}"),
    "allows_nothing": SOLUTION.replace('if not numbers:\n        raise ValueError("no numbers")', EMPTY),
}
STUDENTS = {
    **KNOWN,
    "both": KNOWN["divides_by_one_less"].replace('if not numbers:\n        raise ValueError("no numbers")', EMPTY),
    "one of them and another": KNOWN["allows_nothing"].replace("return sum(numbers) / len(numbers)", LARGEST),
}


@pytest.fixture(scope="module")
def graded(make_class, grade, make_adding, tmp_path_factory):
    folder = "autograder/suites/misconceptions/mean"
    checks = {"divides_by_one_less": "several", "allows_nothing": "none"}
    mistakes = {
        f"{folder}/{name}.py": f'"""叫 {name}。\n\nIt is {name}.\n\nCheck: {checks[name]}\n"""\n{text}'
        for name, text in KNOWN.items()
    }
    root = make_adding(
        EXERCISE, {"solutions/adding.py": SOLUTION, "autograder/suites/adding/test_mean.py": SUITE, **mistakes}
    )
    students = {name: {"adding.py": text} for name, text in STUDENTS.items()}
    run = grade(
        make_class(tmp_path_factory.mktemp("two") / "class", students), root / "r", "--allow-unsandboxed", cwd=root
    )
    assert run.code == 0, run.stderr
    return lambda student: {check["name"]: check for check in run.exercise(student, "adding", "mean")["checks"]}


def names(checks):
    return {name: check["misconception"] for name, check in checks.items() if check["misconception"]}


def test_each_mistake_is_named_at_the_checks_that_it_explains(graded):
    checks = graded("both")
    assert names(checks) == {"several": "divides_by_one_less", "none": "allows_nothing"}
    for check, name in names(checks).items():
        assert f"It is {name}." in checks[check]["message"]["en"]


def test_two_mistakes_keep_the_points_of_the_checks_that_passed_and_no_credit(graded):
    assert {name: check["score"] for name, check in graded("both").items()} == {
        "one": 20.0,
        "several": 0.0,
        "none": 0.0,
    }


def test_a_mistake_is_not_named_beside_one_that_is_unknown(graded):
    assert not names(graded("one of them and another"))


@pytest.mark.parametrize(("student", "check"), [("divides_by_one_less", "several"), ("allows_nothing", "none")])
def test_each_of_them_alone_is_named_as_before(graded, student, check):
    assert names(graded(student)) == {check: student}
