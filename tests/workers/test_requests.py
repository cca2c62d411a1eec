"""A request that cannot be sent as it is is a fault of the suite, and never becomes something else on the way."""

from __future__ import annotations

import re

import numpy
import pytest
import torch

from autograder.course.errors import GraderError
from autograder.grading.collect import collect_checks
from autograder.grading.run_check import run_check
from autograder.worker.shared.wire import REQUEST_BYTES
from autograder.workers.requests import pack_arguments, pack_request

X = torch.ones(2, 2)
FOREIGN = numpy.array([{}, None])  # an array of any objects does not cross
TOO_DEEP: list[object] = []
for _ in range(9):
    TOO_DEEP = [TOO_DEEP]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((X, FOREIGN), "Argument 2 of the call of `corr2d` is or holds a numpy.ndarray"),
        ((X, [numpy.longdouble(3)]), "Argument 2 of the call of `corr2d` is or holds a numpy.longdouble"),
        (({object(): X},), "Argument 1 of the call of `corr2d` is or holds a builtins.dict"),
        ((X, 2, torch.ones(1, dtype=torch.complex64)), "Argument 3 of the call of `corr2d` is or holds a torch.Tensor (complex64"),
        ((TOO_DEEP,), "Argument 1 of the call of `corr2d` is or holds a builtins.list"),
        ((bytes(REQUEST_BYTES),), "a worker takes at most"),
    ],
)  # fmt: skip
def test_what_cannot_be_sent_is_named(args, words):
    with pytest.raises(GraderError, match=re.escape(words)):
        pack_request(("call", "corr2d", args, {}))


def test_the_arguments_of_a_setup_are_sent_as_they_are_as_well():
    with pytest.raises(GraderError, match="Argument 2 of a function"):
        pack_arguments((1, FOREIGN))


class Answers:
    """A loaded submission that has every exercise, and packs what it is asked as a session does."""

    notes = ()
    cells = ("",)

    def __init__(self, names):
        self.names = dict.fromkeys(names, "callable")

    def begin_check(self, exercise, public=False):
        """Take no time."""

    def ask_call(self, exercise, args, kwargs):
        pack_request(("call", exercise, (*args, FOREIGN), kwargs))

    def ask_probe(self, exercise, _probe, args, _setup=None):
        return self.ask_call(exercise, args, {})


def test_a_check_that_asks_with_a_foreign_value_is_a_fault_of_the_grader(course):
    """The submission loses nothing by it."""
    assignment = course.assignments["practice"]
    with collect_checks(course, [assignment], "seed") as checks:
        check = checks.of(assignment, assignment.exercises[0])[0]
        run = run_check(check, Answers([exercise.name for exercise in assignment.exercises]), course, "seed")
    assert run.result.outcome == "grader_error"
    assert "numpy.ndarray, which cannot be sent" in run.fault
