"""Letting a student learn kernels, and judging every answer by the way in which a plain problem was learned."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import torch

from autograder.checks import Draw, Failed, NotRun, Student, Text
from autograder.checks.helpers.unchanged import require_unchanged
from autograder.checks.helpers.unpack import unpack
from autograder.suites.descent import steps
from autograder.suites.image_convolution.answers import Learned, read
from autograder.suites.image_convolution.training import NEAR, Problem, drawn_problem
from autograder.suites.image_convolution.ways import Way, difference, follows, start_of, way_of

WAITS = Text(
    "这一项要等损失与学到的卷积核对得上之后才检查。", "This check waits until the losses belong to the learned kernel."
)
BASE = drawn_problem(Draw("base", "learn_kernel"), (5, 7), (1, 2), steepness=0.05)  # in which every way can be told
Call = tuple[Problem, tuple[Any, ...]]  # a problem, and the settings that are given after X and Y


def learn(student: Student, calls: Sequence[Call], *, public: bool = False) -> list[Any]:
    """Return the answers to several calls, asked in one request, and then X and Y of each as they were left."""
    given = [(problem.X, problem.Y, *settings) for problem, settings in calls]
    answers, inputs = unpack(student.run(learn_each, 0, given, public=public), ((), ()))
    return [*unpack(answers, (0,) * len(calls)), *unpack(inputs, (0,) * len(calls))]


def learn_plain_problem(student: Student) -> Any:
    """Return the answer to the plain problem, which all hidden checks ask for; its start is drawn from another state.

    Two starts from the same state would be the same, and say nothing about chance.
    """
    answers, _ = unpack(student.run_once(learn_each, 1, [(BASE.X, BASE.Y)]), ((), ()))
    (answer,) = unpack(answers, (0,))
    return answer


def learn_each(module: Any, state: int, calls: list[Any]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Probe: return what learning gives for each call, from a given state of the random generators, and X and Y."""
    import random

    import numpy

    for seed in (random.seed, numpy.random.seed, torch.manual_seed):
        seed(state)
    return tuple(module.learn_kernel(*args) for args in calls), tuple(args[:2] for args in calls)


def near_the_best(answers: Sequence[tuple[Problem, Learned]], way: Way) -> bool:
    """Tell whether all starts are so near the best kernel that nothing was left to learn.

    One random start may be near: a start of two elements is so in about 1 of 100 problems, at the densities of
    `torch.rand`, `torch.randn` and `nn.Conv2d`. Two independent ones are so in about 1 of 10,000.
    """
    starts = [(problem, start_of(problem, learned.kernel, way)) for problem, learned in answers]
    return all(start is not None and problem.distance(start) < NEAR for problem, start in starts)


class Answers:
    """The answers of a check: to the plain problem, which tells the way of learning, and to the calls of the check."""

    def __init__(self, student: Student, calls: Sequence[Call]) -> None:
        """Ask for the plain problem and for each call; raise `NotRun` where the plain one cannot be graded."""
        self._calls = calls
        plain, got = learn_plain_problem(student), learn(student, calls)
        try:
            self.plain = _read(plain, BASE)
        except Failed:
            raise NotRun(WAITS) from None
        self._answers, self._inputs = got[: len(calls)], got[len(calls) :]
        self.way = way_of(BASE, self.plain)
        if self.way is not None and near_the_best(self._two_answers(), self.way):
            raise NotRun(WAITS)

    def _two_answers(self) -> list[tuple[Problem, Learned]]:
        """Return the answer to the plain problem, and that to the first call if it can be read."""
        answers = [(BASE, self.plain)]
        with suppress(Failed):
            answers.append((self._calls[0][0], _read(self._answers[0], self._calls[0][0])))
        return answers

    def learned_way(self) -> Way:
        """Return the way in which the plain problem was learned; raise `NotRun` where none is known or none learns."""
        if self.way is None or self.way.steps is steps.STILL:
            raise NotRun(WAITS)
        return self.way

    def require_same_way(self) -> None:
        """Raise `Failed` unless each call was answered in the way in which the plain problem was learned."""
        way = self.learned_way()
        for answer, (problem, _) in zip(self._answers, self._calls, strict=True):
            learned = _read(answer, problem)
            if not follows(problem, learned, way):
                raise difference(problem, learned)

    def require_inputs(self) -> None:
        """Raise `Failed` where X or Y was changed."""
        for left, (problem, _) in zip(self._inputs, self._calls, strict=True):
            require_unchanged(left, (problem.X, problem.Y), (Text("X ", "X"), Text("Y ", "Y")))


def _read(answer: Any, problem: Problem) -> Learned:
    return read(answer, problem.kernel_size, problem.num_epochs)
