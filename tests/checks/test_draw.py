"""The same seed and check draw the same cases, for the first submission and for every later one."""

from __future__ import annotations

import pytest
import torch
from hypothesis import strategies

from autograder.checks import Draw
from autograder.course.errors import GraderError

KEPT = [639, (4, 5), 0.2744]  # what this seed and check drew from the beginning
made: list[torch.Tensor] = []


def pair(draw: Draw) -> torch.Tensor:
    made.append(draw.tensor(2))
    return made[-1]


def draws(seed: str) -> list[list[float]]:
    draw = Draw(seed, "check")
    return [draw.once(pair).tolist(), draw.tensor(2).tolist()]


def test_what_is_drawn_once_is_kept_and_leaves_later_draws_as_they_are():
    made.clear()
    first, later = draws("a"), draws("a")
    assert first == later
    assert len(made) == 1
    assert first[0] != first[1]


def test_another_seed_draws_other_cases():
    assert draws("a")[0] != draws("b")[0]


def everything(draw: Draw) -> list[object]:
    return [
        draw.integer(0, 10**6), draw.number(), draw.shape(2, 9), draw.integers(0, 10**6, 3), draw.reals(3), draw.choice("abcdef"),
        draw.permutation(9), draw.permutation(["x", "y", "z"]), draw.text(8), draw.array(2, 3).tolist(),
        draw.array(4, dtype="int32").tolist(), draw.example(strategies.lists(strategies.integers(), min_size=3)),
        draw.example(strategies.text(min_size=5)),
    ]  # fmt: skip


@pytest.mark.parametrize("with_torch", [False, True])
def test_every_kind_of_case_depends_on_the_seed_and_the_check_alone(with_torch):
    first, again = (everything(Draw("a", "check", with_torch)) for _ in range(2))
    assert first == again
    others = everything(Draw("b", "check", with_torch)), everything(Draw("a", "other", with_torch))
    assert all(one != other for one, other in zip(first[6:11], others[0][6:11], strict=True))
    assert first != others[1]


def test_what_is_drawn_is_as_it_was_asked_for():
    draw = Draw("a", "check", with_torch=False)
    assert all(-2 <= number <= 2 for number in draw.integers(-2, 2, 50))
    assert all(0.5 <= number <= 0.75 for number in draw.reals(50, 0.5, 0.75))
    assert sorted(draw.permutation(20)) == list(range(20))
    assert set(draw.text(50, "xy")) == {"x", "y"}
    assert (draw.array(2, 3).shape, draw.array(2, dtype="int8").dtype) == ((2, 3), "int8")


def test_two_examples_of_one_strategy_are_two():
    draw = Draw("a", "check")
    numbers = strategies.lists(strategies.integers(), min_size=5)
    assert draw.example(numbers) != draw.example(numbers)


def test_a_strategy_without_examples_is_a_fault_of_the_suite():
    with pytest.raises(GraderError, match="found no example"):
        Draw("a", "check").example(strategies.nothing())


def test_what_tensors_are_drawn_stays():
    """Another generator would change every case of this course."""
    draw = Draw("seed", "check")
    assert [draw.integer(0, 1000), draw.shape(3, 9), round(draw.number(), 4)] == KEPT
    assert draw.tensor(2).shape == (2,)
