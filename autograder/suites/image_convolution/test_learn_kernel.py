"""`learn_kernel`: plain gradient descent; the losses must be those that lead to the learned kernel (see `training`)."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from autograder.checks import ANY, Draw, Failed, Student, Text, check, compare
from autograder.suites.image_convolution.training import Problem, drawn_problem, lesson_problem
from autograder.suites.repeat_calls import INPUTS
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


def compare_run(answer: Any, problem: Problem) -> None:
    """Compare the losses a student reports with those that lead to the kernel the student returns."""
    kernel, losses = unpack(answer, (torch.zeros(1), []))
    compare(kernel, torch.zeros(problem.kernel_size), scale=ANY, what=KERNEL)
    compare(losses, [0.0] * problem.num_epochs, scale=ANY, what=LOSSES)
    kernels = problem.kernels_before(kernel)
    for epoch, (got, (loss, scale)) in enumerate(zip(losses, problem.losses(kernels), strict=True), start=1):
        compare(float(got), loss, scale=scale, what=LOSS.format(epoch=epoch))
    # Of what is compared, only the start is random. The losses hold from any start within the bound on rounding;
    # a right answer starts solved with a probability below 1 in 1,000,000 (see `starts_solved`).
    if problem.starts_solved(kernels):
        raise Failed(SOLVED)


def learn(student: Student, problem: Problem, *settings: Any, public: bool = False) -> None:
    """Let the student learn the kernel of a problem with `settings` after X and Y, and compare the run."""
    compare_run(student.call(problem.X, problem.Y, *settings, public=public), problem)


@check(points=5, zh="课文的例子：学习边缘检测的卷积核", en="The lesson's example: learning the edge detector")
def test_lesson_example(student: Student) -> None:
    """A kernel of (1, 2), a step of 3e-2 and 10 epochs, which nobody has to say."""
    learn(student, lesson_problem(), public=True)


@check(points=7, zh="其他形状的卷积核", en="Kernels of other shapes")
def test_kernel_shapes(student: Student, draw: Draw) -> None:
    """Wide, high, square, and of a single element; the step and the number of epochs are the default ones."""
    for size in ((2, 3), (3, 1), (2, 2), (1, 1)):
        learn(student, drawn_problem(draw, (5, 7), size), size)


@check(points=6, zh="给定的学习率和轮数", en="The step and the number of epochs that are asked for")
def test_settings(student: Student, draw: Draw) -> None:
    """A larger step and fewer epochs, a smaller step and more, and a single epoch."""
    for lr, num_epochs in ((0.125, 4), (0.01, 13), (0.05, 1)):
        problem = drawn_problem(draw, (4, 6), (1, 2), lr, num_epochs)
        learn(student, problem, (1, 2), lr, num_epochs)


@check(points=2, zh="不改动 X 和 Y，再次训练仍然正确", en="X and Y stay as they were, and a second run is right")
def test_second_call(student: Student, draw: Draw) -> None:
    """Nothing is left behind by a run."""
    problem = drawn_problem(draw, (5, 4), (1, 2))
    answer, inputs = unpack(student.run(learn_twice, problem.X, problem.Y), (0, 0))
    compare(inputs, (problem.X, problem.Y), what=INPUTS)
    compare_run(answer, problem)


def learn_twice(module: Any, X: Tensor, Y: Tensor) -> tuple[Any, tuple[Tensor, Tensor]]:
    """Probe: return what the second of two runs gives, and X and Y afterwards."""
    module.learn_kernel(X, Y)
    return module.learn_kernel(X, Y), (X, Y)
