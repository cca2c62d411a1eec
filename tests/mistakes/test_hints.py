"""A wrong answer without a known mistake is told how its values are related to the right ones, once."""

from __future__ import annotations

import pytest

EXERCISE = 'squares = { points = 2, title = { zh = "平方", en = "Squares" } }'
SUITE = """
from autograder.checks import check, compare


@check(points=1, zh="少", en="Few")
def test_few(student, reference, draw):
    numbers = [float(draw.integer(-90, 90)) for _ in range(5)]
    compare(student.call(numbers), reference.call(numbers))


@check(points=1, zh="多", en="Many")
def test_many(student, reference, draw):
    numbers = [float(draw.integer(-90, 90)) for _ in range(9)]
    compare(student.call(numbers), reference.call(numbers))
"""
BODY = "return [n * n for n in numbers]"
SOLUTION = f"def squares(numbers):\n    ### BEGIN SOLUTION\n    {BODY}\n    ### END SOLUTION\n"
KNOWN = '"""恰好是两倍。\n\nDoubles.\n\nCheck: few\n"""\n\n\ndef squares(numbers):\n    return [2 * n * n for n in numbers]\n'
ANSWERS = {
    "halves": "return [n * n / 2 for n in numbers]",
    "turns around": "return [n * n for n in numbers][::-1]",
    "halves many": "return [n * n / (2 if len(numbers) > 5 else 1) for n in numbers]",
    "halves one and turns around the other": "a = [n * n for n in numbers]\n    return a[::-1] if len(a) > 5 else [n / 2 for n in a]",
    "doubles": "return [2 * n * n for n in numbers]",
}  # fmt: skip
HALF, REVERSED = "每个值都恰好是应有值的一半。", "前后顺序整个反了。"


@pytest.fixture(scope="module")
def graded(make_class, grade, make_adding, tmp_path_factory):
    files = {
        "solutions/adding.py": SOLUTION,
        "autograder/suites/adding/test_squares.py": SUITE,
        "autograder/suites/misconceptions/squares/doubles.py": KNOWN,
    }
    root = make_adding(EXERCISE, files, libraries=["numpy"])  # in which relations between numbers are looked for
    students = {name: {"adding.py": f"def squares(numbers):\n    {body}\n"} for name, body in ANSWERS.items()}
    folder = make_class(tmp_path_factory.mktemp("class"), students)
    run = grade(folder, tmp_path_factory.mktemp("results"), "--allow-unsandboxed", cwd=root)
    assert run.code == 0, run.stderr
    return run


def messages(run, student):
    return [message["zh"] for message in run.messages(student, "adding", "squares")]


@pytest.mark.parametrize(("student", "sentence"), [("halves", HALF), ("turns around", REVERSED)])
def test_what_all_wrong_values_have_in_common_is_told_once(graded, student, sentence):
    first, second = messages(graded, student)
    assert sentence in first
    assert sentence not in second


@pytest.mark.parametrize("student", ["halves", "doubles"])
def test_the_other_check_names_the_first_as_its_cause_and_refers_to_it(graded, student):
    exercise = graded.exercise(student, "adding", "squares")
    first, second = exercise["checks"]
    assert (first["cause"], second["cause"]) == (None, "few")
    assert "原因同“少”" in second["message"]["zh"]


def test_checks_with_nothing_in_common_have_no_cause(graded):
    exercise = graded.exercise("halves one and turns around the other", "adding", "squares")
    assert [check["cause"] for check in exercise["checks"]] == [None, None]


def test_it_is_told_where_the_value_is_wrong(graded):
    first, second = messages(graded, "halves many")
    assert first == ""
    assert HALF in second


def test_nothing_is_told_where_the_checks_disagree(graded):
    both = "".join(messages(graded, "halves one and turns around the other"))
    assert HALF not in both
    assert REVERSED not in both


def test_a_known_mistake_is_told_instead(graded):
    first, _ = messages(graded, "doubles")
    assert "恰好是两倍。" in first
    assert "每个值都恰好是应有值的两倍。" not in first
