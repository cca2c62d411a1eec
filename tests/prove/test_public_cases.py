"""The public cases catch nearly all known mistakes and tell most of them apart; a right answer passes them."""

from __future__ import annotations

import pytest

from autograder.course.suite_files import RIGHT
from autograder.mistakes.public_answers import Answer
from autograder.mistakes.run_public import run_answers
from autograder.prove.public_cases import count_public, public_page

CAUGHT, NAMED = 0.97, 0.85


@pytest.fixture(scope="module")
def chosen(course):
    return [(assignment, exercise) for assignment in course.assignments.values() for exercise in assignment.exercises]


@pytest.fixture(scope="module")
def counts(course, chosen):
    return count_public(course, chosen)


@pytest.mark.slow
def test_they_catch_and_tell_apart_the_known_mistakes_of_every_exercise(counts):
    few = [one.exercise for one in counts if one.caught < CAUGHT * one.mistakes or one.told < NAMED * one.mistakes]
    assert few == []
    assert sum(one.named for one in counts) >= NAMED * sum(one.mistakes for one in counts)


@pytest.mark.slow
def test_the_page_is_up_to_date(course, counts):
    assert (course.root / "docs" / "public-cases.md").read_text(encoding="utf-8") == public_page(counts)


@pytest.mark.slow
def test_a_right_answer_passes_and_is_neither_named_nor_warned(course, chosen):
    right = [
        (path.stem, Answer(assignment.name, exercise.name, path.read_text(encoding="utf-8")))
        for assignment, exercise in chosen
        for path in sorted((course.suites / RIGHT / exercise.name).glob("*.py"))
    ]
    replies = run_answers(course, [answer for _, answer in right])
    wrong = [
        (answer.exercise, name)
        for (name, answer), reply in zip(right, replies, strict=True)
        if reply.state != "passed" or reply.warned or reply.fingerprint
    ]
    assert wrong == []


def test_the_page_lists_the_mistakes_that_pass(adding_course):
    counts = count_public(*adding_course)
    page = public_page(counts)
    assert "| add | 2 | 1 | 1 | 1 |" in page
    assert "- add: stops_at_zero" in page


@pytest.fixture
def adding_course(make_adding):
    """Return a small course with one public case, and its exercise."""
    from autograder.course.load import load_course

    solution = "def add(a, b):\n    ### BEGIN SOLUTION\n    return a + b\n    ### END SOLUTION\n"
    mistake = '"""{0}的解释。\n\n{0} explained.\n\nCheck: numbers\n"""\n\n\ndef add(a, b):\n    {1}\n'
    folder = "autograder/suites/misconceptions/add"
    case = 'Case("add", Text("三加五", "three and five"), call("add", 3, 5), 8)'
    root = make_adding(
        'add = { points = 1, title = { zh = "加", en = "add" } }',
        {
            "solutions/adding.py": solution,
            "assignments/cases/adding.py": f"from check.asking import call\nfrom check.model import Case, Text\n\nCASES = ({case},)\n",
            f"{folder}/subtracts.py": mistake.format("减", "return a - b"),
            f"{folder}/stops_at_zero.py": mistake.format("零", "return a + b if a else 0"),
        },
    )
    course = load_course(root)
    (assignment,) = course.assignments.values()
    return course, [(assignment, assignment.exercises[0])]
