"""What is drawn of a wrong answer, and the element that is worked by hand, fit what the message is about."""

from __future__ import annotations

import pytest
import torch
from rich.cells import cell_len
from torch import tensor

from autograder.check.asking import require_unchanged
from autograder.check.model import Case, State, Text, Windows
from autograder.check.report.pictures import grids
from autograder.check.report.worked import worked
from autograder.check.terminal.grids import side_by_side
from autograder.check.verdicts import check_case

IMAGE, KERNEL = torch.arange(12.0).reshape(3, 4), tensor([[1.0, 0.0, -1.0]])
SHOWN = Windows(IMAGE, KERNEL)
RIGHT = tensor([[-2, -2], [-2, -2], [-2, -2]])


@pytest.fixture
def verdict():
    """Return the verdict on an answer that replies with this value."""

    def verdict(value, expected=RIGHT, picture=SHOWN):
        case = Case("f", Text("例", "an example"), lambda student: student.f(), expected, picture=picture)
        return check_case(case, {"f": lambda: value})

    return verdict


def test_the_first_wrong_element_and_its_field_are_marked(verdict):
    X, K, got, expected, difference = grids(verdict(tensor([[-2, -2], [-2, 7], [-2, 7]])))
    assert X.marked == {(1, 1), (1, 2), (1, 3)}
    assert not K.marked
    assert got.marked == expected.marked == {(1, 1)}
    assert got.wrong == difference.wrong == {(1, 1), (2, 1)}
    assert difference.cells[1] == ("0", "9")


def test_a_wrong_shape_is_drawn_without_a_difference(verdict):
    labels = [grid.label.en for grid in grids(verdict(torch.zeros(2, 2)))]
    assert labels == ["X", "K", "got", "expected"]


@pytest.mark.parametrize("value", [None, 3, "text", [1], torch.zeros(2, 2, dtype=torch.complex64), (RIGHT,)])
def test_what_is_no_table_is_not_drawn(verdict, value):
    assert grids(verdict(value)) == ()
    assert worked(verdict(value)) is None


@pytest.mark.parametrize("shape", [(), (0,), (2, 0), (1, 2, 2), (40, 40)])
def test_tensors_of_any_shape_do_not_break_the_picture(verdict, shape):
    found = verdict(torch.full(shape, float("nan")), torch.zeros(shape))
    assert side_by_side(grids(found), 0, 80) is not None
    assert found.state is (State.failed if torch.Size(shape).numel() else State.passed)


def test_of_four_axes_the_slice_with_the_first_wrong_element_is_drawn(verdict):
    got = torch.zeros(2, 2, 2, 3)
    got[1, 0, 1, 2] = 5
    found = verdict(got, torch.zeros(2, 2, 2, 3), None)
    assert [grid.label.en for grid in grids(found)] == ["got[1, 0]", "expected[1, 0]", "difference[1, 0]"]
    assert worked(found).en == "The first wrong one is [1, 0, 1, 2]: it should be 0, and yours is 5"


def test_the_sum_of_one_element_is_written_out_with_the_bias(verdict):
    picture = Windows(IMAGE, KERNEL, 0.5)
    assert worked(verdict(RIGHT - 2.0, RIGHT + 0.5, picture)).en == (
        "Y[0,0]: 0×1 + 1×0 + 2×(-1) + 0.5 = -1.5; yours is -4"
    )


def test_another_order_of_the_kernel_is_recognized_in_the_sum(verdict):
    assert worked(verdict(-RIGHT)).en.endswith("yours: 0×(-1) + 1×0 + 2×1 = 2")


def test_a_picture_is_of_what_the_message_is_about(verdict):
    """The first item is wrong and no table, so the table in the second item is not drawn."""
    found = verdict(([1.0], tensor([1.0])), ([2.0], tensor([3.0])), None)
    assert "item 1 of item 1" in found.message.en.lower()
    assert grids(found) == ()


def test_a_list_in_place_of_a_tuple_is_a_wrong_type_and_no_picture(verdict):
    """All items are right, so no table is what the message is about."""
    found = verdict([RIGHT], (RIGHT,), None)
    assert "has type list; it should be tuple" in found.message.en
    assert grids(found) == ()
    assert worked(found) is None


def test_an_input_that_was_changed_is_not_drawn_as_the_result():
    def ask(_student):
        require_unchanged([IMAGE + 1], [IMAGE])

    case = Case("f", Text("例", "an example"), ask, RIGHT, picture=Windows(IMAGE, KERNEL))
    assert grids(check_case(case, {"f": lambda: RIGHT})) == ()


def test_full_width_labels_keep_the_columns_in_line(verdict):
    labels, row = [line.plain for line in side_by_side(grids(verdict(RIGHT + 100)), 0, 100)][:2]
    for label, first in (("得到", "98]"), ("应为", "-2] -2"), ("差", "100  100")):
        assert cell_len(labels[: labels.index(label)]) == cell_len(row[: row.index(first)])
