"""Mutants that wrap an exercise are wrong along one dimension, and right elsewhere."""

from __future__ import annotations

import pytest
import torch

from autograder.prove.mutants import mutants_of

SOLUTION = """
import torch
from torch import Tensor, nn


def f(X: Tensor, K: Tensor, size: tuple[int, int] = (1, 2)) -> Tensor:
    return X.sum() + K


def total(numbers: list[int]) -> int:
    return sum(numbers)


def plain(a, b):
    return a


class Layer(nn.Module):
    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))

    def forward(self, x: Tensor) -> Tensor:
        return x.sum() * self.weight
"""


def wrapped(exercise: str, statement: str) -> object:
    """Return the exercise of the mutant that a statement makes."""
    (mutant,) = (one for one in mutants_of(SOLUTION, exercise) if one.after == f"{exercise}{statement}")
    names: dict[str, object] = {}
    exec(mutant.source, names)
    return names[exercise]


def ones(*shape: int, **options: object) -> torch.Tensor:
    return torch.ones(shape, **options)


X, K = ones(2, 3), ones(1, 2)
FUNCTION = [
    ("wrong_where(f, 0, high)", (ones(17, 3), K), (ones(16, 3), K)),
    ("wrong_where(f, 1, wide)", (X, ones(1, 17)), (ones(17, 17), K)),
    ("wrong_where(f, 1, even_square)", (X, ones(4, 4)), (X, ones(4, 5))),
    ("wrong_where(f, 1, odd_square)", (X, ones(3, 3)), (X, ones(4, 4))),
    ("wrong_where(f, 1, even_width)", (X, ones(5, 4)), (X, ones(4, 5))),
    ("wrong_where(f, 0, one_row)", (ones(1, 3), K), (ones(1, 1), K)),
    ("wrong_where(f, 0, one_column)", (ones(3, 1), K), (ones(1, 1), K)),
    ("wrong_where(f, 0, one_element)", (ones(1, 1), K), (X, ones(1, 1))),
    ("wrong_where(f, 0, zeros)", (0 * X, K), (X, 0 * K)),
    ("wrong_where(f, 2, wide)", (X, K, (1, 20)), (X, K)),
    ("wrong_where_as_long(f, 0, 1, -1)", (X, ones(1, 3)), (X, ones(2, 2))),
    ("wrong_beyond(f, -1, LONG)", (X, ones(2, 17)), (X, ones(17, 2))),
    ("changes_first(f, 0, clamped)", (60 * X, K), (X, 60 * K)),
    ("changes_first(f, 1, without_small)", (X, 1e-4 * K), (X, K)),
    ("changes_first(f, 1, abs)", (X, -K), (-X, K)),
    ("changes_result(f, half)", (X, K / 3), (X, K)),
    ("changes_result(f, slightly_off)", (X, K), (0 * X, 0 * K)),
]


@pytest.mark.parametrize(("call", "wrong", "right"), FUNCTION, ids=[case[0] for case in FUNCTION])
def test_a_wrapped_function_is_wrong_along_its_dimension_only(call, wrong, right):
    function = wrapped("f", f" = {call}")
    assert not torch.equal(function(*wrong), wrong[0].sum() + wrong[1])
    assert torch.equal(function(*right), right[0].sum() + right[1])


@pytest.mark.parametrize("call", ["keeps_result(f)", "keeps_argument(f, 0)"])
def test_what_is_kept_is_that_of_the_first_call_with_these_shapes(call):
    function = wrapped("f", f" = {call}")
    assert function(X, K).tolist() == function(2 * X, K).tolist() == [[7, 7]]
    assert function(ones(1, 1), K).tolist() == [[2, 2]]


@pytest.mark.parametrize("turn", [1, 2])
def test_every_second_call_is_wrong(turn):
    function = wrapped("plain", f" = wrong_in_turn(plain, {turn})")
    assert [function(5, 0) == 5 for _ in range(4)] == [turn == 2, turn == 1] * 2


@pytest.mark.parametrize(
    ("call", "with_graph"),
    [
        ("cuts_graph(f)", []),
        ("cuts_graph(f, 1)", [(False, True), (True, True)]),
        ("cuts_graph_unless_all(f, 0, 1)", [(True, True)]),
    ],
)
def test_the_graph_is_cut_unless_a_gradient_is_wanted(call, with_graph):
    function = wrapped("f", f" = {call}")
    wanted = [(False, True), (True, False), (True, True)]
    kept = [pair for pair in wanted if function(ones(2, requires_grad=pair[0]), ones(2, requires_grad=pair[1])).grad_fn]
    assert kept == with_graph


def test_an_argument_is_changed_when_the_result_is_there():
    function, numbers = wrapped("total", " = changes_afterwards(total, 0, list.sort)"), [3, 1, 2]
    assert function(numbers) == 6
    assert numbers == [1, 2, 3]


@pytest.mark.parametrize(
    ("condition", "wrong", "right"),
    [("long_list", [1] * 17, [1] * 16), ("three_items", [1, 2, 3], [1, 2]), ("equal_items", [2, 2, 2], [2, 2, 1])],
)
def test_lists_are_wrong_by_their_length_and_items(condition, wrong, right):
    function = wrapped("total", f" = wrong_where(total, 0, {condition})")
    assert (function(wrong) == sum(wrong), function(right) == sum(right)) == (False, True)


def test_an_argument_without_an_annotation_has_no_dimensions():
    assert {one.after for one in mutants_of(SOLUTION, "plain") if not one.before} == {
        "plain = wrong_in_turn(plain, 1)",
        "plain = wrong_in_turn(plain, 2)",
    }


def test_a_layer_is_wrong_in_one_mode():
    layer = wrapped("Layer", ".forward = wrong_in_mode(Layer.forward, False)")((1, 1))
    assert [layer.train(mode)(X).tolist() for mode in (True, False)] == [[[6]], [[7]]]


def test_a_layer_keeps_a_parameter_of_the_first_call():
    layer = wrapped("Layer", ".forward = keeps_parameter(Layer.forward, 0)")((1, 1))
    before = layer(X).tolist()
    layer.weight.data.fill_(3)
    assert layer(X).tolist() == before
    assert layer.weight.tolist() == [[3]]


@pytest.mark.parametrize("method", ["__init__", "forward"])
@pytest.mark.parametrize("call", ["adds_parameter({})", "adds_parameter({}, 1)", "adds_part({})"])
def test_a_layer_gets_another_parameter_early_or_late(method, call):
    layer = wrapped("Layer", f".{method} = {call.format(f'Layer.{method}')}")((1, 1))
    assert len(list(layer.parameters())) == (2 if method == "__init__" else 1)
    layer(X)
    assert len(list(layer.parameters())) == 2
