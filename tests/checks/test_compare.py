"""The layers of a comparison: the first that fails speaks, nothing is broadcast, and a right float32 answer passes."""

from __future__ import annotations

import pytest
import torch

from autograder.checks import Failed, compare
from autograder.worker.shared.values import Foreign

IMAGE = torch.arange(6.0).reshape(2, 3)


def said(got, expected, **options) -> str:
    with pytest.raises(Failed) as caught:
        compare(got, expected, **options)
    assert caught.value.message.zh
    return caught.value.message.en


@pytest.mark.parametrize(
    ("got", "words"),
    [
        (None, "is None"),
        ([1.0], "has type list; expected torch.Tensor"),
        (Foreign("numpy.ndarray"), "has type numpy.ndarray"),
        (Foreign("__main__.Secret123"), "of no known kind"),
        (Foreign("numpy.made_up_7"), "of no known kind"),
        (Foreign("torch.Tensor (complex64, (2, 3), cpu)"), "is complex (torch.complex64)"),
        (IMAGE[:1], "has shape (1, 3); expected (2, 3)"),
        (torch.zeros(1, 1), "has shape (1, 1); expected (2, 3)"),
        (IMAGE[None], "has shape (1, 2, 3)"),
        (IMAGE / 0, "nan or inf"),
        (IMAGE + 1, "6 of its 6 elements"),
    ],
)
def test_the_first_layer_that_fails_speaks(got, words):
    assert words in said(got, IMAGE)


@pytest.mark.parametrize("dtype", [torch.int64, torch.float64, torch.float32, torch.bfloat16, torch.bool])
def test_a_right_tensor_of_any_real_dtype_passes(dtype):
    image = IMAGE.clamp(max=1)
    compare(image.to(dtype), image.double())


def test_a_mask_must_be_bool():
    compare(IMAGE > 1, IMAGE > 1)
    assert "expected torch.bool" in said((IMAGE > 1).float(), IMAGE > 1)


def test_the_tolerance_is_a_multiple_of_what_float32_can_do():
    exact = torch.full((2,), 100.0, dtype=torch.float64)
    compare(exact + 100 * 1e-6, exact, scale=100.0)
    assert "wrong values" in said(exact + 100 * 4e-6, exact, scale=100.0)


def test_values_are_shown_for_public_cases_only():
    assert "expected [19.0]" in said(torch.ones(1), torch.tensor([19.0]), public=True)
    assert "19" not in said(torch.ones(1), torch.tensor([19.0]))


@pytest.mark.parametrize(
    ("got", "words"),
    [
        ([1, 2], "has type list"),
        ((1,), "has 1 elements"),
        ((1, 2.0), "element 2"),
        ((True, 2), "has type bool"),
        ((1, 3), "element 2"),
    ],
)
def test_a_tuple_of_ints_is_asked_for_to_the_letter(got, words):
    assert words in said(got, (1, 2))


def test_a_list_of_losses_may_hold_one_element_tensors():
    compare([1.0, torch.tensor(2.0), torch.tensor([3.0]), 4], [1.0, 2.0, 3.0, 4.0], scale=1.0)
    assert "element 2" in said([1.0, torch.ones(2)], [1.0, 1.0], scale=1.0)
    assert "nan or inf" in said([float("nan")], [1.0], scale=1.0)
