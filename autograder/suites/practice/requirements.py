"""What is required of a training: its losses, its steps and its inputs, each apart from the others."""

from __future__ import annotations

import functools

import torch

from autograder.checks import Failed, NotRun, Related, Student, Text, Unexplained
from autograder.checks.helpers.unchanged import CHANGED
from autograder.checks.helpers.unpack import unpack
from autograder.suites.descent import reports, steps
from autograder.suites.descent.steps import Steps
from autograder.suites.practice.trained import WRONG, Trained, difference, read, way_of
from autograder.suites.practice.training import Training, train_each

WAITS = Text(
    "这一项要等参数的更新是梯度下降之后才检查。",
    "This check waits until the updates of the parameters are those of a descent.",
)


@functools.cache
def lesson() -> Training:
    """Return the training of the lesson: its image with black and white edges, which are the target."""
    image = torch.ones(6, 8)
    image[:, 2:6] = 0
    parameters = {"weight": torch.tensor([[0.5, -0.25]]), "bias": torch.full((1,), 0.125)}
    return Training(parameters, image, image[:, :-1] - image[:, 1:], (4e-3, 6))


def trained_layers(student: Student, *trainings: Training) -> list[Trained]:
    """Let the student train the lesson's layer and then others, in one request."""
    every = [lesson(), *trainings]
    answers = unpack(student.run(train_each, [one.call for one in every]), (0,) * len(every))
    return [read(answer, training) for answer, training in zip(answers, every, strict=True)]


def require_same_steps(plain: Trained, *others: Trained) -> None:
    """Raise `Failed` unless the other layers were trained by the same steps; `NotRun` where these are not known."""
    one, _ = way_of(plain)
    if one is None or one is steps.STILL:
        raise NotRun(WAITS)
    for other in others:
        # Parameters that stay as they are say nothing; what they were before the end is told by the losses alone.
        silent = one is steps.BEFORE and not other.reports(one, reports.RIGHT, other.errors(one))
        if silent or not (other.follows(one) or other.follows(steps.RIGHT)):
            require_inputs(other)
            raise wrong_steps(other)


def wrong_steps(trained: Trained) -> Failed:
    """Return what to raise for wrong steps, as precisely as they are known."""
    one, _ = way_of(trained)
    return Related(one.wrong) if one is not None and one.wrong is not None else difference(trained)


def require_inputs(trained: Trained) -> None:
    """Raise `Failed` where X or Y was changed."""
    if trained.changed is not None:
        raise Failed(CHANGED.format(what=Text(f"{trained.changed} ", trained.changed)))


def require_losses(trained: Trained, plain_steps: Steps | None) -> None:
    """Raise `Failed` unless the losses are those of the updates; of unknown updates, the first has to be right."""
    if trained.wrong_losses is not None:
        raise trained.wrong_losses
    known, report = way_of(trained)
    if report is not None and report.wrong is not None:
        raise Related(report.wrong)
    known_steps = known is not None or plain_steps is steps.RIGHT
    right = report is reports.RIGHT and (known is steps.RIGHT or plain_steps is not steps.RIGHT)
    if not right and (known_steps or not trained.first_loss_right()):
        require_inputs(trained)
        raise Unexplained(WRONG) if trained.first_loss_right() else difference(trained)
