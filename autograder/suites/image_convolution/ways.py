"""Finding out by which way of learning the losses of an answer belong to its kernel."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import torch
from torch import Tensor

from autograder.checks import Failed, Related, Text, Unexplained, join
from autograder.checks.compare import EPSILON, TOLERANCE
from autograder.suites.descent import reports, steps
from autograder.suites.descent.reports import Report
from autograder.suites.descent.steps import Steps
from autograder.suites.image_convolution.answers import Learned
from autograder.suites.image_convolution.training import Problem

UNKNOWN = Text(
    "记录的损失与返回的卷积核对不上：用这个学习率做普通的梯度下降，到达这个卷积核之前不会有这样的损失。",
    "The losses do not belong to plain gradient descent with this learning rate that ends at the returned kernel.",
)
FLIPPED = Text(
    "返回的卷积核是翻转过的：损失属于翻转之前的那一个。",
    "The returned kernel is flipped: the losses belong to the kernel as it was before.",
)
SAME_UP_TO_ONE_STEP = Text(
    "每个损失都是更新之后的；或者最后一次更新没有做，两者在这里分不开。",
    "Each loss is that after an update, or the last update is missing; the two cannot be told apart here.",
)
MOST_GROWTH = 100  # of a rounding error, from the end back to the start; beyond it the start cannot be told
LARGEST = 1e12  # of the numbers that are looked at; a larger kernel would allow any losses


@dataclass(frozen=True)
class Way:
    """How an answer learned: its steps, its report, and whether the kernel is flipped at the end."""

    steps: Steps
    report: Report
    flipped: bool = False

    @property
    def wrong_kernel(self) -> Text | None:
        """What is wrong about the returned kernel, where the losses are those of another one."""
        return FLIPPED if self.flipped else self.steps.wrong if self.steps is steps.BEFORE else None

    @property
    def wrong_steps(self) -> Text | None:
        """What is wrong about the steps."""
        return None if self.steps is steps.BEFORE else self.steps.wrong

    @property
    def wrong_report(self) -> Text | None:
        """What is wrong about the reported losses."""
        return SAME_UP_TO_ONE_STEP if self.report is reports.AFTER else self.report.wrong

    @property
    def wrongs(self) -> list[Text]:
        """All that is wrong."""
        return [text for text in (self.wrong_kernel, self.wrong_steps, self.wrong_report) if text is not None]


RIGHT = Way(steps.RIGHT, reports.RIGHT)


def way_of(problem: Problem, learned: Learned) -> Way | None:
    """Return the way in which the losses belong to the kernel, or None where no known way explains them."""
    if not float(learned.kernel.double().abs().max()) <= LARGEST:
        return None
    if _right(problem, learned):
        return RIGHT
    for one in (*steps.LINEAR, *steps.at_usual_rates(problem.lr)):
        errors = _errors(problem, learned, Way(one, reports.RIGHT))
        ways = [Way(one, report) for report in reports.ALL] if errors else []
        found = next((way for way in ways if way != RIGHT and _agrees(problem, learned, way.report, errors)), None)
        if found is not None:
            return found
    flipped = Way(steps.RIGHT, reports.RIGHT, flipped=True)
    errors = _errors(problem, learned, flipped)
    return flipped if errors and _agrees(problem, learned, flipped.report, errors) else None


def follows(problem: Problem, learned: Learned, way: Way) -> bool:
    """Tell whether the losses belong to the kernel in this way or the right one, as far as the start can be told."""
    if _right(problem, learned):
        return True
    errors = _errors(problem, learned, way)
    return way != RIGHT and (not errors or _agrees(problem, learned, way.report, errors))


def difference(problem: Problem, learned: Learned) -> Failed:
    """Return what to raise for a wrong answer: all that is known to be wrong about it."""
    way = way_of(problem, learned)
    wrongs = way.wrongs if way is not None else []
    if not wrongs:
        return learned.wrong_losses or Unexplained(UNKNOWN)
    return Related(join([*wrongs, *([learned.wrong_losses.message] if learned.wrong_losses else [])]))


def start_of(problem: Problem, kernel: Tensor, way: Way) -> Tensor | None:
    """Return the flat kernel with which the learning began, or None where the one at its end does not tell it.

    The kernel at the end is a matrix times the one at the start, plus a constant.
    """
    ends, _ = _from_basis(problem, way.steps)
    matrix = (ends[1:] - ends[0]).T
    if float(torch.linalg.matrix_norm(matrix, ord=-2)) * MOST_GROWTH < 1:
        return None
    double = kernel.double()  # integers without a sign cannot be flipped
    end = (double.flip(0, 1) if way.flipped else double).flatten()
    start: Tensor = torch.linalg.solve(matrix, end - ends[0])
    return start


def _errors(problem: Problem, learned: Learned, way: Way) -> list[Tensor]:
    """Return the errors of the outputs before each update and after the last; none where the start cannot be told."""
    start = start_of(problem, learned.kernel, way)
    if start is None:
        return []
    _, errors = _from_basis(problem, way.steps)
    return [each[0] + start @ (each[1:] - each[0]) for each in errors]


@functools.lru_cache(maxsize=256)
def _from_basis(problem: Problem, one: Steps) -> tuple[Tensor, tuple[Tensor, ...]]:
    """Return the kernels at the end, and the errors along the way, that begin at 0 and at each kernel of a single 1."""
    size = problem.kernel_size[0] * problem.kernel_size[1]
    states = torch.cat([torch.zeros(1, size), torch.eye(size)]).double()
    path = one.path(problem.residuals, states, problem.lr, problem.num_epochs)
    return one.result(path, problem.num_epochs), tuple(problem.residuals(values) for values in path)


def _agrees(problem: Problem, learned: Learned, report: Report, errors: list[Tensor]) -> bool:
    """Tell whether this report of these errors gives the losses, roughly."""
    losses = report.losses(errors, problem.num_epochs)
    return report.agrees(learned.losses, losses, steps.CLOSE * max(losses, default=0.0))


def _right(problem: Problem, learned: Learned) -> bool:
    """Tell whether these are the losses of plain gradient descent, within the bound on rounding."""
    if len(learned.losses) != problem.num_epochs or not float(learned.kernel.double().abs().max()) <= LARGEST:
        return False
    expected = problem.losses(problem.kernels_before(learned.kernel))
    return all(
        abs(got - loss) <= TOLERANCE * EPSILON * scale <= LARGEST * EPSILON
        for got, (loss, scale) in zip(learned.losses, expected, strict=True)
    )
