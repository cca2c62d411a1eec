"""Where one relation explains all wrong numbers of an exercise, it is told; where another mistake is there, nothing is."""

from __future__ import annotations

import pytest
from torch import tensor

from autograder.check.model import Case, Raises, Text
from autograder.check.report.relations import relation
from autograder.check.verdicts import check_case

RIGHT = tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
SHAPES = (2, 3, 5)


def told(*pairs):
    """Return what is told of an answer that gives the first of each pair where the second is expected."""
    cases = [Case("f", Text("例", "an example"), lambda student: student.f(), right) for _, right in pairs]
    verdicts = [check_case(case, {"f": lambda got=got: got}) for case, (got, _) in zip(cases, pairs, strict=True)]
    found = relation(verdicts)
    return found and found.en


@pytest.mark.parametrize(
    ("got", "right", "words"),
    [
        ((1, 2, 4), SHAPES, "1 too small"),
        ((3, 4, 6), SHAPES, "1 too large"),
        (-RIGHT, RIGHT, "opposite sign"),
        (RIGHT * 2, RIGHT, "twice"),
        (RIGHT / 2, RIGHT, "half"),
        (RIGHT.T, RIGHT, "exchanged"),
    ],
)
def test_a_relation_of_all_numbers_is_told(got, right, words):
    assert words in told((got, right))


@pytest.mark.parametrize(
    ("got", "right"), [((1, 2, 5), SHAPES), (1, 2), (RIGHT > 2, RIGHT < 2), ("a", "b"), (RIGHT + 2, RIGHT), ([], [1])]
)
def test_nothing_is_told_where_none_holds_or_it_may_be_chance(got, right):
    assert told((got, right)) is None


def test_nothing_is_told_where_it_explains_one_case_of_two():
    assert told(((1, 2, 4), SHAPES), ((9, 9, 9), SHAPES)) is None


def test_a_case_that_asks_for_an_exception_does_not_count():
    assert "1 too small" in told(((1, 2, 4), SHAPES), (3, Raises(ValueError)))
