"""The same seed and check draw the same cases, for the first submission and for every later one."""

from __future__ import annotations

import torch

from autograder.checks import Draw

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
