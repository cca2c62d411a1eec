"""Judging how a layer was trained; its parameters are known before and after, so steps and losses are told apart."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from autograder.checks import ANY, Failed, Text, Unexplained, compare
from autograder.checks.helpers.unpack import unpack
from autograder.suites.descent import reports, steps
from autograder.suites.descent.losses import read_losses
from autograder.suites.descent.reports import Report
from autograder.suites.descent.steps import Steps
from autograder.suites.practice.training import Training

PARAMETERS = Text("训练之后的参数", "The parameters after training")
FIRST = Text("第一次更新之前的损失就不对。", "The loss before the first update is not right.")
FROM = Text(
    "第一次更新之前的损失是对的；从第 {epoch} 次更新之前的损失起，与这个学习率的普通梯度下降不符。",
    "The loss before the first update is right; from the one before update {epoch} on, the losses are not those of"
    " plain gradient descent with this learning rate.",
)
END = Text(
    "损失都对，训练之后的参数却不是用这个学习率做普通梯度下降得到的。",
    "The losses are right, but plain gradient descent with this learning rate leads to other parameters.",
)
WRONG = Text("记录的损失与参数的更新对不上。", "The losses are not those of the updates.")


@dataclass(frozen=True)
class Trained:
    """What became of a training: the losses as numbers (None where none can be read), the parameters, X and Y."""

    training: Training
    losses: tuple[float, ...] | None
    wrong_losses: Failed | None
    values: Tensor
    changed: str | None

    def first_loss_right(self) -> bool:
        """Tell whether the loss before the first update is right, however the later ones came about."""
        expected = float(self.errors(steps.RIGHT)[0].square().sum())
        return bool(self.losses) and abs((self.losses or (0.0,))[0] - expected) <= self.training.tolerances()[0]

    def follows(self, one: Steps) -> bool:
        """Tell whether these steps lead to the parameters, those of plain descent within the bound on rounding."""
        end = path_of(self.training, one)[0]
        plain = one is steps.RIGHT
        close = self.training.tolerances()[1] + (0 if plain else steps.CLOSE * float(end.abs().max()))
        return bool(((self.values - end).abs() <= close).all())

    def errors(self, one: Steps) -> list[Tensor]:
        """Return the errors of the outputs along the last call, before each update and after the last."""
        return list(path_of(self.training, one)[1])

    def reports(self, one: Steps, report: Report, errors: list[Tensor]) -> bool:
        """Tell whether a report of the errors along these steps gives the losses, the right ones within rounding."""
        expected = report.losses(errors, self.training.epochs)
        exact = report is reports.RIGHT and one is steps.RIGHT
        close = self.training.tolerances()[0] + (0 if exact else steps.CLOSE * max(expected, default=0.0))
        return self.losses is not None and report.agrees(self.losses, expected, close)


@functools.lru_cache(maxsize=512)
def path_of(training: Training, one: Steps) -> tuple[Tensor, tuple[Tensor, ...]]:
    """Return the parameters after all calls, and the errors of the outputs along the last one."""
    end, path = training.start(), list[Tensor]()
    for _ in range(training.calls):
        path = one.path(training.residuals, end, training.lr, training.epochs)
        end = one.result(path, training.epochs)
    return end, tuple(training.residuals(values).detach() for values in path)


def read(answer: Any, training: Training) -> Trained:
    """Return what became of a training; raise `Failed` where the parameters have another shape."""
    losses, parameters, inputs = unpack(answer, (0, 0, 0))
    expected = tuple(training.parameters.values())
    for got, wanted in zip(unpack(parameters, expected), expected, strict=True):
        compare(got, torch.zeros(wanted.shape), scale=ANY, what=PARAMETERS)
    values = torch.cat([one.double().flatten() for one in parameters])[None]
    left = zip("XY", unpack(inputs, (0, 0)), (training.X, training.Y), strict=True)
    changed = [name for name, got, given in left if not _equal(got, given)]
    return Trained(training, *read_losses(losses, training.epochs), values, changed[0] if changed else None)


def way_of(trained: Trained) -> tuple[Steps | None, Report | None]:
    """Return the steps that lead to the parameters, and the report of their losses; None for what is not known."""
    if trained.follows(steps.RIGHT) and trained.reports(steps.RIGHT, reports.RIGHT, trained.errors(steps.RIGHT)):
        return steps.RIGHT, reports.RIGHT
    fitting = [one for one in _all_steps(trained.training) if trained.follows(one)]
    for one in fitting:
        errors = trained.errors(one)
        report = next((report for report in reports.ALL if trained.reports(one, report, errors)), None)
        if report is not None:
            return one, report
    return (fitting[0] if fitting else None), None


def difference(trained: Trained) -> Failed:
    """Return what to raise for losses that belong to no known steps: the first place where they are wrong."""
    if trained.wrong_losses is not None or trained.losses is None:
        return trained.wrong_losses or Unexplained(WRONG)
    close, right = trained.training.tolerances()[0], trained.errors(steps.RIGHT)
    pairs = enumerate(zip(trained.losses, right, strict=False), start=1)
    wrong = next((epoch for epoch, (got, error) in pairs if not abs(got - float(error.square().sum())) <= close), None)
    if wrong is None:
        return Unexplained(END)
    return Unexplained(FIRST if wrong == 1 else FROM.format(epoch=wrong))


def _all_steps(training: Training) -> Iterator[Steps]:
    yield from (*steps.LINEAR, *steps.OTHERS, *steps.at_usual_rates(training.lr))


def _equal(got: Any, given: Tensor) -> bool:
    return isinstance(got, Tensor) and got.shape == given.shape and bool((got == given).all())
