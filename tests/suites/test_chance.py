"""Right answers pass the checks of training with a tenth of the tolerance, although their initial weights are random.

Rounding errors have a bound: in 200,000 runs of the lesson's example they stayed below 1 % of the tolerance.
`learning.near_the_best` says how likely it is that a random kernel is the solution already.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from autograder.checks import Draw, compare
from autograder.suites.image_convolution import test_learn_kernel as learning
from autograder.suites.image_convolution.ways import follows
from autograder.suites.practice import test_train_layer as training
from autograder.suites.practice.training import Training
from autograder.worker.shared.pack import pack
from autograder.worker.shared.unpack import unpack

REPLY_BYTES = 1 << 20
RIGHT = Path(__file__).parents[2] / "autograder" / "suites" / "right"


class StudentHere:
    """A right answer in this process with the interface of `Student`; its results are packed as a worker packs them."""

    def __init__(self, exercise: str, variant: str) -> None:
        self._function = runpy.run_path(str(RIGHT / exercise / f"{variant}.py"))[exercise]
        self._module = SimpleNamespace(**{exercise: self._function})

    def call(self, *args, **_public):
        return unpack(pack(self._function(*args), REPLY_BYTES))

    def run(self, probe, *args, **_public):
        return unpack(pack(probe(self._module, *args), REPLY_BYTES))

    run_once = run


@pytest.fixture(autouse=True)
def tenth_of_the_tolerance(monkeypatch):
    for function in (compare, follows, Training.tolerances):
        monkeypatch.setitem(function.__globals__, "TOLERANCE", 1.6)


@pytest.mark.slow
@pytest.mark.parametrize("variant", ["large_start", "starts_at_zero"])
def test_a_right_kernel_is_learned_from_any_start(variant):
    torch.manual_seed(0)
    student = StudentHere("learn_kernel", variant)
    for seed in map(str, range(20)):
        learning.test_lesson_example(student)
        learning.test_kernel_shapes(student, Draw(seed, "kernel_shapes"))
        learning.test_losses(student, Draw(seed, "losses"))
        learning.test_steps(student, Draw(seed, "steps"))
        learning.test_settings(student, Draw(seed, "settings"))


@pytest.mark.slow
@pytest.mark.parametrize("check", ["losses", "parameters", "defaults", "two_kernels", "called_again"])
def test_a_right_layer_is_trained_under_any_course_seed(check):
    student = StudentHere("train_layer", "upstream_gradient")
    for seed in map(str, range(30)):
        getattr(training, f"test_{check}")(student, Draw(seed, check))
