"""`learn_kernel`: plain gradient descent; the losses must be those that lead to the learned kernel (see `training`).

An answer can be wrong along these dimensions: rows and columns of X, of Y and of the kernel, few and many; even and
odd sizes, square or not; one row, column or element; images of zeros; the step and the values, large and small; the
number of epochs, one or many; fast and slow learning; a second call; the inputs afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from autograder.checks import ANY, Draw, Failed, Student, Text, as_float, check, compare
from autograder.suites.image_convolution.training import NEAR, STEEPEST, Problem, drawn_problem, lesson_problem
from autograder.suites.inputs import require_unchanged
from autograder.suites.unpack import unpack

KERNEL = Text("学到的卷积核", "The learned kernel")
LOSSES = Text("损失的列表", "The list of losses")
LOSS = Text(
    "第 {epoch} 次更新之前的损失（由返回的卷积核倒推）", "The loss before update {epoch} (told from the learned kernel)"
)
SOLVED = Text(
    "第一次更新之前，卷积核就已经是最优解；应当从随机权重开始，用梯度下降来学习。",
    "The kernel is the best one before the first update; start it from random weights and learn it by descent.",
)
STATES = 1, 2  # of the random generators
CASES = (  # shapes of image and kernel; many kernels fit the targets of some, so nothing is said of their starts
    *(((20, 5), (4, 4)), ((6, 20), (3, 3)), ((18, 1), (17, 1)), ((1, 20), (1, 18))),  # many rows or columns
    *(((6, 6), (3, 3)), ((7, 7), (5, 5)), ((1, 1), (1, 1))),  # square
)


@dataclass(frozen=True)
class Start:
    """The flat kernel with which the learning of a problem began."""

    problem: Problem
    kernel: Tensor


def start_of(answer: Any, problem: Problem) -> Start:
    """Compare the reported losses with those that lead to the returned kernel; return the kernel at the start.

    The losses of a right answer hold from any start, within the bound on rounding.
    """
    kernel, losses = unpack(answer, (torch.zeros(1), []))
    compare(kernel, torch.zeros(problem.kernel_size), scale=ANY, what=KERNEL)
    compare(losses, [0.0] * problem.num_epochs, scale=ANY, what=LOSSES)
    kernels = problem.kernels_before(kernel)
    for epoch, (got, (loss, scale)) in enumerate(zip(losses, problem.losses(kernels), strict=True), start=1):
        compare(as_float(got), loss, scale=scale, what=LOSS.format(epoch=epoch))
    return Start(problem, kernels[0])


def require_learning(starts: Sequence[Start]) -> None:
    """Raise `Failed` where all starts are so near the best kernels that nothing was left to learn.

    One random start may be near: a start of two elements is so in about 1 of 100 problems, at the densities of
    `torch.rand`, `torch.randn` and `nn.Conv2d`. Two or more independent ones are so in less than 1 of 10,000.
    """
    if max(start.problem.distance(start.kernel) for start in starts) < NEAR:
        raise Failed(SOLVED)


def learn(student: Student, problem: Problem, *settings: Any, state: int = 0, public: bool = False) -> Start:
    """Let the student learn the kernel of a problem with `settings` after X and Y; return where that began."""
    (answer,) = unpack(student.run(learn_each, state, [(problem.X, problem.Y, *settings)], public=public), (0,))
    return start_of(answer, problem)


def learn_all(student: Student, problems: Sequence[Problem]) -> None:
    """Let the student learn the kernels of several problems in one request; of their starts nothing is asked."""
    cases = [(one.X, one.Y, one.kernel_size, one.lr, one.num_epochs) for one in problems]
    answers = unpack(student.run(learn_each, 0, cases), (0,) * len(cases))
    for answer, problem in zip(answers, problems, strict=True):
        start_of(answer, problem)


def learn_each(module: Any, state: int, cases: list[Any]) -> tuple[Any, ...]:
    """Probe: return what learning gives for each case, beginning with the random generators in a given state."""
    import random

    import numpy

    for seed in (random.seed, numpy.random.seed, torch.manual_seed):
        seed(state)
    return tuple(module.learn_kernel(*args) for args in cases)


@check(
    points=5, zh="课文的例子：学习边缘检测的卷积核", en="The lesson's example: learning the edge detector", public=True
)
def test_lesson_example(student: Student) -> None:
    """A kernel of (1, 2), a step of 3e-2 and 10 epochs, which nobody has to say."""
    require_learning([learn(student, lesson_problem(), state=state, public=True) for state in STATES])


@check(points=7, zh="其他形状的卷积核和图像", en="Kernels and images of other shapes")
def test_kernel_shapes(student: Student, draw: Draw) -> None:
    """Wide, high, square, and of one element, with the default settings; then images of all shapes, and of zeros."""
    shapes = (2, 3), (3, 1), (2, 2)
    require_learning([learn(student, drawn_problem(draw, (5, 7), size), size) for size in shapes])
    learn(student, drawn_problem(draw, (5, 7), (1, 1)), (1, 1))  # a number may well start near the best one
    X, Y = 0.3 * draw.tensor(3, 4), draw.tensor(3, 3)
    tiny = (0 * X, Y), (1e-3 * X, 0 * Y), (1e-3 * X, 1e-4 * Y)
    problems = [Problem(image, target, (1, 2), 0.02, 2) for image, target in tiny]
    learn_all(student, [*problems, *(drawn_problem(draw, shape, size, 0.02, 2) for shape, size in CASES)])


@check(points=6, zh="给定的学习率和轮数", en="The step and the number of epochs that are asked for")
def test_settings(student: Student, draw: Draw) -> None:
    """A larger step and fewer epochs, a smaller one and more, a single epoch; tiny and huge steps; slow learning."""
    starts = []
    for state, (lr, num_epochs) in enumerate(((0.125, 4), (0.01, 13), (0.05, 1))):
        problem = drawn_problem(draw, (4, 6), (1, 2), lr, num_epochs)
        starts.append(learn(student, problem, (1, 2), lr, num_epochs, state=state))
    require_learning(starts)
    extremes = (1e-7, 2, STEEPEST), (3e3, 2, STEEPEST), (0.03, 18, 0.0005)
    learn_all(student, [drawn_problem(draw, (4, 6), (1, 2), *extreme) for extreme in extremes])


@check(points=2, zh="不改动 X 和 Y，再次训练仍然正确", en="X and Y stay as they were, and a second run is right")
def test_second_call(student: Student, draw: Draw) -> None:
    """Nothing is left behind by a run."""
    problem = drawn_problem(draw, (5, 4), (1, 2))
    first, second, inputs = unpack(student.run(learn_twice, problem.X, problem.Y), (0, 0, 0))
    require_unchanged(inputs, (problem.X, problem.Y), (Text("X", "X"), Text("Y", "Y")))
    require_learning([start_of(answer, problem) for answer in (first, second)])


def learn_twice(module: Any, X: Tensor, Y: Tensor) -> tuple[Any, Any, tuple[Tensor, Tensor]]:
    """Probe: return what two runs give, one after the other, and X and Y afterwards."""
    return module.learn_kernel(X, Y), module.learn_kernel(X, Y), (X, Y)
