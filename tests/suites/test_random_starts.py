"""Checks on training and on random weights do not fail right answers: every right variant, under thousands of seeds.

A worker seeds every generator alike before each call, so that a submission always has the same result. Here the
checks run in this process instead, with generators seeded anew each time: what is measured is how often a right
answer would fail if its start were as random as it is at home.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
import torch

from autograder.checks import Draw, Failed, Reference, Student
from autograder.engine.plugin import load_solution
from autograder.manifest import OWN_COURSE, load_course

SEEDS = 300  # for each variant: no failure in 3,600 runs of the suite of learn_kernel bounds the chance by 1 in 1,200
EXERCISES = {"learn_kernel": "image_convolution", "Conv2D": "image_convolution", "train_layer": "practice"}
COURSE = load_course(OWN_COURSE)
VARIANTS = [(name, path) for name in EXERCISES for path in sorted((COURSE.suites / "right" / name).glob("*.py"))]


class InProcess:
    """A right variant, asked without a worker."""

    def __init__(self, module: ModuleType, source: str) -> None:
        self._module = module
        self.cells = (source,)

    def ask_call(self, exercise: str, args: tuple[object, ...]) -> Any:
        return plain(getattr(self._module, exercise)(*args))

    def ask_probe(self, _exercise: str, probe: Callable[..., Any], args: tuple[object, ...], before: object) -> Any:
        assert before is None
        return plain(probe(self._module, *args))


def plain(value: Any) -> Any:
    """Return tensors without their graph, as they come back from a worker."""
    if isinstance(value, torch.Tensor):
        return value.detach()
    return type(value)(map(plain, value)) if isinstance(value, (tuple, list)) else value


@functools.cache
def checks_of(exercise: str) -> list[Callable[..., None]]:
    """Return the checks of a suite but those that ask for a worker of their own."""
    suite = load_solution(COURSE.suites / EXERCISES[exercise] / f"test_{exercise}.py")
    tests = [value for name, value in vars(suite).items() if name.startswith("test_") and hasattr(value, "pytestmark")]
    return [test for test in tests if not any(mark.kwargs.get("apart") for mark in test.pytestmark)]


def failures(exercise: str, student: Student, reference: Reference, seed: int) -> list[str]:
    found = []
    for check in checks_of(exercise):
        torch.manual_seed(seed)
        known = {"student": student, "reference": reference, "draw": Draw(str(seed), check.__name__)}
        try:
            check(**{name: known[name] for name in inspect.signature(check).parameters})
        except Failed as failed:
            found.append(f"{check.__name__} under seed {seed}: {failed.message.en}")
    return found


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("exercise", "path"), VARIANTS, ids=lambda value: getattr(value, "stem", value))
def test_a_right_variant_passes_under_every_seed(exercise, path):
    variant = load_solution(path)
    solution = load_solution(COURSE.solution(EXERCISES[exercise]))
    student = Student(exercise, InProcess(variant, path.read_text(encoding="utf-8")))
    reference = Reference(exercise, solution)
    first = SEEDS * VARIANTS.index((exercise, path))  # no seed twice
    assert [text for seed in range(first, first + SEEDS) for text in failures(exercise, student, reference, seed)] == []
