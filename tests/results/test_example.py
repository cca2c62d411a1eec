"""The case of a public check becomes small tables of text, or nothing where it is not small."""

from __future__ import annotations

import pytest
import torch

from autograder.checks.relations.difference import Difference, Right
from autograder.grading.example import example_of

SLIDE = Right(("X", "K"), lambda X, K: (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((-2, -1)))
X, K = torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)
RIGHT = SLIDE.answer(X, K)


def wrong(got, expected=RIGHT, given=(X, K), right=SLIDE, close=1e-6):
    return Difference(got, expected, close, given, right)


def cells(tables):
    return {table.label: table.cells for table in tables}


def test_arguments_have_the_names_that_the_reference_gives_them():
    example = example_of(wrong(RIGHT + torch.tensor([[0.0, -14.0], [0.0, 0.0]])))
    assert cells(example.arguments) == {
        "X": (("0", "1", "2"), ("3", "4", "5"), ("6", "7", "8")),
        "K": (("0", "1"), ("2", "3")),
    }
    assert cells(example.expected) == {"": (("19", "25"), ("37", "43"))}
    assert cells(example.got) == {"": (("19", "11"), ("37", "43"))}
    assert cells(example.difference) == {"": (("", "-14"), ("", ""))}


def test_arguments_are_left_out_where_something_else_was_asked():
    """A probe has arguments of its own, which are not those of the exercise."""
    assert example_of(wrong(RIGHT + 1, given=(K, X))).arguments == ()
    assert example_of(wrong(RIGHT + 1, given=("a probe", 3, 4))).arguments == ()
    assert example_of(wrong(RIGHT + 1, right=None)).arguments == ()


@pytest.mark.parametrize("got", [RIGHT[0], RIGHT[None], None, "a text", (1, 2)])
def test_a_value_of_another_shape_or_kind_has_no_difference(got):
    example = example_of(wrong(got))
    assert example.got
    assert example.difference == ()


def test_of_more_than_two_axes_each_slice_is_a_table():
    example = example_of(wrong(torch.ones(2, 1, 2, 2), torch.zeros(2, 1, 2, 2), right=None))
    assert [table.label for table in example.expected] == ["[0, 0]", "[1, 0]"]


def test_each_item_of_a_tuple_is_a_table_and_numbers_stand_in_one_row():
    example = example_of(wrong((K, (1, 2.5)), (K, (1, 3.5)), right=None))
    assert cells(example.difference) == {"[0]": (("", ""), ("", "")), "[1]": (("", "-1"),)}


@pytest.mark.parametrize(
    "value", [torch.zeros(13, 1), torch.zeros(7, 2, 2), torch.zeros(0), [], "x" * 81, 10**15, object(), {"a": 1}]
)
def test_what_is_not_small_or_has_no_tables_is_left_out(value):
    assert example_of(wrong(value)) is None
    assert example_of(wrong(0, value, right=None)) is None


def test_a_small_value_is_shown_without_arguments_that_are_not_small():
    length = Right(("X",), lambda X: X.shape[0])
    example = example_of(wrong(99, 100, (torch.zeros(100, 100),), length))
    assert (example.arguments, cells(example.difference)) == ((), {"": (("-1",),)})


def test_what_is_not_a_number_differs():
    assert cells(example_of(wrong(float("nan"), 1.0, right=None)).difference) == {"": (("nan",),)}
    assert cells(example_of(wrong("no", "yes", right=None)).difference) == {"": (("≠",),)}
