"""Why a mutant matters is said in words, whatever wraps the exercise."""

from __future__ import annotations

import ast

import pytest

from autograder.prove.why import why_wrapped
from autograder.prove.wrapped import wrapping_statements

EXERCISE = """
def blur(X: torch.Tensor, K: torch.Tensor, count: int, names: list[str]) -> torch.Tensor:
    return X
"""


@pytest.fixture(scope="module")
def reasons():
    (exercise,) = ast.parse(EXERCISE).body
    return [why_wrapped(statement, exercise) for statement in wrapping_statements(exercise)]


def test_no_name_of_the_engine_is_in_a_reason(reasons):
    words = {word.strip(".:,()") for reason in reasons for word in reason.split()}
    assert not {word for word in words if "_" in word or word[1:].isupper()}


def test_every_reason_names_the_wrong_answer(reasons):
    assert all(reason.startswith("An answer that ") and reason.endswith(".") for reason in reasons)
