"""The reference computes an answer once, and nobody can change what it gives later."""

from __future__ import annotations

from types import ModuleType

import torch

from autograder.checks import Reference

calls: list[torch.Tensor] = []


def double(X: torch.Tensor) -> tuple[torch.Tensor, list[float]]:
    calls.append(X)
    return 2 * X, [1.0]


def reference(answer=double) -> Reference:
    calls.clear()
    module = ModuleType("solution")
    vars(module)["double"] = answer
    return Reference("double", module)


def test_the_same_arguments_are_computed_once_and_others_again():
    asked = reference()
    assert [float(asked.call(torch.full((1,), value))[0]) for value in (1.0, 1.0, 3.0)] == [2.0, 2.0, 6.0]
    assert len(calls) == 2


def test_a_check_cannot_change_a_later_answer():
    asked, X = reference(), torch.ones(2)
    tensor, numbers = asked.call(X)
    tensor.zero_()
    numbers.clear()
    again, numbers = asked.call(X)
    assert (again.tolist(), numbers) == ([2.0, 2.0], [1.0])


def test_an_argument_that_cannot_be_packed_is_computed_each_time():
    asked = reference(lambda value: value())
    assert [asked.call(lambda number=number: number) for number in (1, 2)] == [1, 2]
