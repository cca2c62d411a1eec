"""Wrong answers that behave alike have the same key, up to rounding; others have another one."""

from __future__ import annotations

import pytest
import torch

from autograder.checks.reply import Reply
from autograder.course.manifest import Exercise
from autograder.course.outcome import Outcome
from autograder.course.text import NO_TEXT
from autograder.grading.evidence import CheckRun, Evidence, ExerciseRun
from autograder.mistakes.behaviour import behaviour
from autograder.results.model import check_result
from autograder.worker.shared.values import Foreign, Raised

VALUES = torch.randn(7, 5, generator=torch.Generator().manual_seed(1))


def key(*replies: object, outcome: Outcome = Outcome.FAILED, seed: str = "seed", name: str = "f") -> str:
    """Return the key of an answer of which one check failed, after one that passed."""
    exercise = Exercise(name, 10.0, NO_TEXT)
    passed = CheckRun(check_result("first", NO_TEXT, 4.0, Outcome.PASSED), Evidence((Reply((), 1.0),), False))
    evidence = Evidence(tuple(Reply((), reply) for reply in replies), False)
    return behaviour(
        ExerciseRun(exercise, (passed, CheckRun(check_result("second", NO_TEXT, 6.0, outcome), evidence))), seed
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(VALUES, VALUES * (1 + 1e-7), id="rounding errors"),
        pytest.param(VALUES, VALUES.double(), id="another dtype of numbers"),
        pytest.param(2.0, 2.0 + 1e-9, id="rounding errors of one number"),
        pytest.param([VALUES, 1], [VALUES.clone(), 1], id="lists"),
        pytest.param(
            Raised(("ValueError",), "ValueError", "size 3", None, 4),
            Raised(("ValueError",), "ValueError", "size 5", None, 9),
            id="an exception with other numbers",
        ),
    ],
)
def test_answers_that_behave_alike_have_the_same_key(one, other):
    assert key(one) == key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(VALUES, VALUES.T, id="another shape"),
        pytest.param(VALUES, VALUES.flip(0), id="another order"),
        pytest.param(VALUES, VALUES + 0.1, id="other values"),
        pytest.param(VALUES > 0, (VALUES > 0).float(), id="truth values and numbers"),
        pytest.param(VALUES, [VALUES], id="a list of it"),
        pytest.param(torch.tensor(float("nan")), torch.tensor(float("inf")), id="no numbers"),
        pytest.param(1, 1.0, id="another type"),
        pytest.param(Foreign("ndarray"), Foreign("Series"), id="types that do not cross"),
        pytest.param(None, "None", id="nothing and a text"),
    ],
)
def test_answers_that_behave_otherwise_have_other_keys(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(10**10_000, id="a number too long to be written down"),
        pytest.param(torch.ones(3, dtype=torch.complex64), id="complex numbers"),
        pytest.param(torch.full((1000, 1000), float("inf")), id="a large tensor without numbers"),
        pytest.param(torch.empty(0), id="an empty tensor"),
        pytest.param("x" * 1_000_000, id="a long text"),
        pytest.param({"a": [None, b"\xff"]}, id="what JSON does not hold"),
    ],
)
def test_whatever_is_replied_has_a_key(value):
    assert key(value) == key(value) != ""


def test_a_key_says_nothing_without_the_seed():
    assert key(VALUES) != key(VALUES, seed="another seed")


def test_answers_to_different_exercises_are_never_alike():
    assert key(VALUES) != key(VALUES, name="g")


@pytest.mark.parametrize("outcome", [Outcome.PASSED, Outcome.NOT_RUN, Outcome.NOT_ATTEMPTED])
def test_an_answer_that_fails_by_no_reply_has_no_key(outcome):
    assert key(VALUES, outcome=outcome) == ""
    assert key() == ""


def test_an_answer_that_ran_out_of_time_has_no_key():
    evidence = Evidence((Reply((), VALUES), Reply((), None, lost=True)), False)
    check = CheckRun(check_result("first", NO_TEXT, 6.0, Outcome.FAILED), evidence)
    assert behaviour(ExerciseRun(Exercise("f", 10.0, NO_TEXT), (check,)), "seed") == ""


def test_hardly_any_rounding_error_changes_a_key():
    generator = torch.Generator().manual_seed(3)
    same = 0
    for _ in range(200):
        values = torch.randn(6, 6, generator=generator)
        same += key(values) == key(values + 1e-6 * torch.randn(6, 6, generator=generator))
    assert same >= 190
