"""The figures of the report: difficulty, discrimination, the commonest mistakes and the spread of the scores."""

from __future__ import annotations

import statistics

import pytest
from msgspec.structs import replace

from autograder.course.outcome import Outcome
from autograder.course.text import NO_TEXT, Text
from autograder.report.class_results import ClassResults
from autograder.report.heat_map import heat_map
from autograder.report.items import REMARKS, analyse_items
from autograder.report.mistakes_made import mistakes_made
from autograder.report.scores import scores_of
from autograder.results.model import check_result, exercise_result, submission_result

A = "image_convolution"
PASSED, FAILED = Outcome.PASSED, Outcome.FAILED


@pytest.fixture
def with_outcomes(course):
    """Return a function that makes results whose first exercise has these outcomes of its checks, `+` for passed."""
    assignment = course.assignments[A]
    first = assignment.exercises[0]

    def result(number: int, signs: str):
        points = first.points / len(signs)
        checks = [
            check_result(f"c{i}", Text("项", "part"), points, PASSED if sign == "+" else FAILED)
            for i, sign in enumerate(signs)
        ]
        exercises = [exercise_result(first, checks)]
        return submission_result(f"s{number}", assignment, True, NO_TEXT, "full", "seed", 0.0, exercises)

    return lambda *rows: [result(number, signs) for number, signs in enumerate(rows)]


TEN = ("+++-", "++--", "+-+-", "+---", "+++-", "+---", "+-+-", "++--", "+++-", "+---")


def test_difficulty_is_the_mean_share_of_the_points(with_outcomes):
    assert [item.difficulty for item in analyse_items(with_outcomes(*TEN))] == [1.0, 0.5, 0.5, 0.0]


def test_discrimination_is_the_correlation_with_the_total_without_the_check(with_outcomes):
    found = analyse_items(with_outcomes(*TEN))
    taken = [[sign == "+" for sign in signs] for signs in TEN]
    for i in (1, 2):
        rest = [sum(row) - row[i] for row in taken]
        assert found[i].discrimination == pytest.approx(statistics.correlation([row[i] for row in taken], rest))


def test_a_check_that_everybody_or_nobody_passes_has_no_discrimination_and_says_so(with_outcomes):
    found = analyse_items(with_outcomes(*TEN))
    assert [(item.discrimination, REMARKS[item.remark].en) for item in (found[0], found[3])] == [
        (None, "everybody passes"),
        (None, "nobody passes"),
    ]


def test_a_check_that_weak_students_pass_is_remarked_on(with_outcomes):
    found = analyse_items(with_outcomes(*["++-"] * 6, *["--+"] * 6))
    assert REMARKS[found[2].remark].en == "negative discrimination"


def test_a_small_class_has_no_discrimination(with_outcomes):
    assert {item.discrimination for item in analyse_items(with_outcomes(*TEN[:9]))} == {None}


def test_what_is_not_graded_or_of_another_suite_counts_in_no_item(class_of, with_outcomes):
    results = [*with_outcomes(*TEN), class_of.broken("a"), class_of.unreadable("b"), class_of.one("c")]
    assert {item.results for item in analyse_items(results)} == {len(TEN)}
    assert analyse_items([class_of.broken("a")]) == []


def test_a_mistake_counts_once_for_each_student_and_the_commonest_comes_first(class_of):
    results = class_of.many(200)
    made = mistakes_made(results)
    assert [len(mistake.results) for mistake in made] == sorted((len(one.results) for one in made), reverse=True)
    flips = next(one for one in made if (one.exercise, one.name) == ("Conv2D", "flips_kernel"))
    expected = [
        result.student
        for result in results
        if any("flips_kernel" in {c.misconception for c in e.checks} for e in result.exercises if e.name == "Conv2D")
    ]
    assert [result.student for result in flips.results] == expected


def test_every_score_stands_in_one_bar_and_full_marks_in_the_last(class_of):
    scores = scores_of([class_of.one("a"), class_of.one("b"), class_of.unreadable("c"), class_of.broken("d")])
    assert [bar.count for bar in scores.bars] == [1, *[0] * 8, 2]
    assert (scores.results, scores.full, scores.mean) == (4, 2, pytest.approx(200 / 3))


def test_the_map_has_a_cell_for_each_exercise_with_its_share_or_a_sign(course, class_of):
    results = [class_of.one("a"), class_of.unreadable("b"), class_of.broken("c")]
    table = heat_map(ClassResults(course, results), A)
    exercises = len(course.assignments[A].exercises)
    assert [row[-exercises:] for row in table.rows] == [["e"] * exercises, ["r"] * exercises, [100] * exercises]


def test_an_assignment_that_the_course_does_not_have_any_more_is_shown_by_its_name(course, class_of):
    found = ClassResults(course, [replace(class_of.one("a"), assignment="gone")])
    assert found.title("gone") == Text("gone", "gone")
    assert len(heat_map(found, "gone").rows) == 1
