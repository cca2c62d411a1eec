"""Code that is copied stands out; right answers that look alike by nature do not."""

from __future__ import annotations

import random

from autograder.report.code_forms import code_form
from autograder.report.similarity import similar_pairs

STUB = 'def f(x):\n    """Say f."""\n    pass\n'
EXERCISES = ("f", "g", "h", "k")


def answer(name, generator):
    """Return one of many ways to write a function: operations in a random order."""
    steps = [f"    x = x {generator.choice('+-*/')} {generator.randrange(9)}\n" for _ in range(12)]
    return f"def {name}(x):\n{''.join(steps)}    return x\n"


def class_of(count, seed=1):
    generator = random.Random(seed)
    return {f"student {n}": [answer(name, generator) for name in EXERCISES] for n in range(count)}


def found(students, given=""):
    known = {name: code_form([given], name) for name in EXERCISES}
    forms = {n: {s: code_form(cells, n, known[n]) for s, cells in students.items()} for n in EXERCISES}
    return similar_pairs(forms)


def test_independent_answers_are_not_shown():
    assert found(class_of(30)) == []


def test_a_copy_with_other_names_comments_and_layout_is_shown():
    students = class_of(30)
    students["copy"] = [
        cell.replace("x", "value").replace("    return", "    # mine\n\n    return") for cell in students["student 3"]
    ]
    (pair,) = found(students)
    assert pair.students == ("copy", "student 3")
    assert pair.expected < 0.001
    assert set(pair.overlap.values()) == {1.0}


def test_a_class_in_which_everybody_writes_the_same_accuses_nobody():
    students = {f"student {n}": [f"def {name}(x):\n    return x * 2 + 1\n" for name in EXERCISES] for n in range(30)}
    assert found(students) == []


def test_one_function_that_is_the_same_by_chance_accuses_nobody():
    students = class_of(30)
    students["student 1"][0] = students["student 2"][0]
    assert found(students) == []


def test_what_all_were_given_does_not_count():
    given = "def helper(x):\n" + "    x = (x + 1) * 2 - 3\n" * 8 + "    return x\n"
    students = {f"student {n}": [given, f"def f(x):\n    return helper(x) + {n}\n"] for n in range(30)}
    forms = {"f": {s: code_form(cells, "f", code_form([given], "helper")) for s, cells in students.items()}}
    assert similar_pairs(forms) == []
    assert max(map(len, forms["f"].values())) < len(code_form([given], "helper"))


def test_students_without_an_answer_are_like_nobody():
    students = class_of(20) | {
        "empty": [],
        "empty too": [],
        "broken": ["def f(:"],
        "deep": ["f = " + "-" * 3000 + "1"],
        "long": [f"f = 0x{'f' * 4000}"],
    }
    assert found(students) == []


def test_a_class_of_one_has_no_pairs():
    assert found(class_of(1)) == []
