"""Whether two replies say the same: up to rounding, never by trust."""

from __future__ import annotations

import math

import pytest
import torch

from autograder.checks.reply import Reply
from autograder.mistakes.same_reply import same_reply
from autograder.worker.shared.values import Foreign, Raised

X = torch.arange(6.0).reshape(2, 3)


def raised(*kinds: str, message: str = "") -> Raised:
    return Raised(kinds, kinds[0], message, None, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (X, X + 1e-7),
        (X, X.double()),
        (X, X.int()),
        ((X, [1.5]), (X.clone(), [1.5])),
        ([torch.tensor(1.5)], [1.5]),
        (torch.tensor([math.nan, math.inf]), torch.tensor([math.nan, math.inf])),
        (math.nan, math.nan),
        ({"a": X}, {"a": X}),
        (raised("ValueError", "Exception", message="size 3"), raised("ValueError", "Exception", message="size 12")),
        (
            raised("NameError", message="name 'a' is not defined"),
            raised("NameError", message="name 'b' is not defined"),
        ),
        (Foreign("numpy.ndarray"), Foreign("numpy.ndarray")),
        (None, None),
        (10**30, 10**30),
    ],
)
def test_alike(one, other):
    assert same_reply(Reply((X,), one), Reply((X,), other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (X, X + 1e-2),
        (X, X.T),
        (X, X.flatten()),
        (X, X.tolist()),
        (X > 2, (X > 2).int()),
        ((1, 2), [1, 2]),
        ((1, 2), (1, 2, 3)),
        (1, True),
        (1, 1.0),
        (10**30, 10**30 + 1),
        (torch.tensor([math.inf]), torch.tensor([-math.inf])),
        (math.nan, 1.0),
        (raised("ValueError"), raised("TypeError")),
        (raised("TypeError", message="a is no tensor"), raised("TypeError", message="a is no list")),
        (raised("ValueError"), None),
        (Foreign("numpy.ndarray"), Foreign("sympy.Matrix")),
    ],
)
def test_not_alike(one, other):
    assert not same_reply(Reply((X,), one), Reply((X,), other))
    assert not same_reply(Reply((X,), other), Reply((X,), one))


def test_a_lost_worker_is_like_nothing_not_even_another():
    assert not same_reply(Reply((), None, lost=True), Reply((), None, lost=True))
