"""An answer whose values have another shape everywhere, or are arrays of another library, is wrong everywhere."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import torch

from autograder.checks.reply import Reply
from autograder.course.outcome import Outcome
from autograder.prove.costs import wrong_everywhere


def run(value: object) -> SimpleNamespace:
    """Return the run of an exercise with one check that failed, whose only reply is this value."""
    check = SimpleNamespace(
        result=SimpleNamespace(outcome=Outcome.FAILED), evidence=SimpleNamespace(replies=[Reply((), value)])
    )
    return SimpleNamespace(checks=[check])


@pytest.mark.parametrize(
    ("value", "right", "expected"),
    [
        (torch.ones(2, 3), torch.zeros(2, 3), False),
        (torch.ones(3, 2), torch.zeros(2, 3), True),
        ([[1, 2, 3], [4, 5, 6]], torch.zeros(2, 3), False),
        (np.ones((2, 3)), torch.zeros(2, 3), True),
        ((np.ones(2), 1), (torch.zeros(2), 0), True),
        (np.ones((2, 3)), np.zeros((2, 3)), False),
        ([1, 2], [3, 4], False),
    ],
    ids=str,
)
def test_values_count_where_they_have_the_shape_and_the_library_of_the_right_ones(value, right, expected):
    assert wrong_everywhere(run(value), run(right)) is expected
