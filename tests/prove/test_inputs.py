"""Other inputs are like those of a suite: of the same types, with other sizes, signs, zeros, repeats and lengths."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
import torch

from autograder.prove.search.inputs import other_inputs
from autograder.prove.search.requests import Request
from autograder.prove.search.shown import shown_request


def others(*args):
    """Return the first inputs that are like some arguments."""
    return list(other_inputs(args, Random(0)))


@pytest.mark.parametrize(
    ("args", "wanted"),
    [
        ((3,), [(0,), (1,), (4,), (2,), (-3,), (17,)]),
        ((2.5,), [(0.0,), (-2.5,), (250.0,), (2,)]),
        ((True,), [(False,)]),
        (("ab",), [("",), ("a",), ("ba",), ("abab",), ("AB",)]),
        (([1, 2, 3],), [([],), ([1],), ([3, 2, 1],), ([1, 1, 1],), ([1, 2, 3, 1],)]),
        (({"a": 1},), [({},), ({"a": 0},)]),
        (({4},), [(set(),)]),
        (((5, 7),), [((7, 5),), ((5, 5),)]),
        (([(2, 3)],), [([(3, 2)],), ([(0, 3)],)]),
    ],
    ids=str,
)
def test_values_of_each_kind_have_others(args, wanted):
    found = others(*args)
    assert [one for one in wanted if one not in found] == []


@pytest.mark.parametrize("make", [np.array, torch.tensor], ids=["numpy", "torch"])
def test_arrays_change_in_signs_and_sizes(make):
    array = make([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    found = [one for (one,) in others(array)]
    assert all(type(one) is type(array) for one in found)
    shapes = {tuple(one.shape) for one in found}
    assert {(1, 3), (2, 1), (2, 17), (17, 3), (3, 2)} <= shapes
    values = [one.tolist() for one in found]
    assert (-array).tolist() in values
    assert (0 * array).tolist() in values


def test_one_size_changes_in_all_arguments_that_belong_together():
    matrix, vector = np.ones((2, 3)), np.ones(3)
    fitting = [(A, b) for A, b in others(matrix, vector) if A.shape[1:] == b.shape and b.shape != (3,)]
    assert fitting
    assert any(A.shape[0] == 2 for A, _ in fitting)


def test_the_same_calls_have_the_same_others():
    assert others([1, 2], "ab") == others([1, 2], "ab")


def test_arguments_with_names_and_standard_input_change_as_well_and_are_shown():
    request = Request((3,), kwargs={"mark": "!"}, stdin="5\n")
    (changed,) = [request.with_values(values) for values in [(0, "?", "")]]
    assert (changed.args, changed.kwargs, changed.stdin) == ((0,), {"mark": "?"}, "")
    assert shown_request(request, "f") == "f(3, mark='!') with the input '5\\n'"
    arrays = np.array([100.0, 0.5]), torch.tensor([1, 2]), np.zeros((7, 27))
    assert shown_request(Request(arrays), "f") == (
        "f(np.array([100.0, 0.5]), torch.tensor([1, 2]), an array of shape (7, 27))"
    )
    assert shown_request(Request(("1 2",), program=True), "f") == "the program with the input '1 2'"
