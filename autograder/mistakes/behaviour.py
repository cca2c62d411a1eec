"""A key for the behaviour of a wrong answer, by which answers with the same unnamed mistake are put together.

Two answers have the same key when the same checks fail with the same replies, up to the rounding of float32. The key is
made with the seed: from a key alone nobody finds out what a hidden check asks.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import json
import math

import torch
from torch import Tensor

from autograder.course.outcome import Outcome
from autograder.grading.evidence import CheckRun, ExerciseRun
from autograder.mistakes.same_reply import without_data
from autograder.worker.shared.values import Foreign, Raised

KEY_LENGTH = 12  # hexadecimal digits
DIGITS = 3  # of a number that count: rounding errors are far smaller, so two of them hardly ever fall apart
MOST_ITEMS = 200  # of a list or a text that are looked at
MOST_NUMBERS = 4096  # of a tensor that are looked at one by one


def behaviour(run: ExerciseRun, seed: str) -> str:
    """Return the key of a wrong answer's behaviour.

    It is empty where no check failed by what the answer replied, and where the answer ran out of time or crashed.
    """
    failed = [check for check in run.checks if check.result.outcome is Outcome.FAILED]
    replies = [reply for check in failed for reply in check.evidence.replies]
    if not replies or any(reply.lost for reply in replies):
        return ""
    forms = [_form_of_check(check) for check in run.checks]
    text = json.dumps([run.exercise.name, forms], ensure_ascii=True)
    return hmac.new(seed.encode(), text.encode(), hashlib.sha256).hexdigest()[:KEY_LENGTH]


def _form_of_check(check: CheckRun) -> object:
    """Return what counts of a check: its outcome, and where it failed its replies."""
    outcome = check.result.outcome
    replies = check.evidence.replies if outcome is Outcome.FAILED else ()
    return [check.result.name, outcome.value, [_form(one.value) for one in replies]]


def _form(value: object) -> object:
    """Return a value in a form that JSON holds, and in which rounding errors make no difference."""
    match value:
        case Tensor():
            return ["tensor", list(value.shape), value.dtype is torch.bool, *_form_of_numbers(value)]
        case Raised():
            return ["raised", value.kinds[:1], without_data(value.message)]
        case Foreign():
            return ["foreign", value.type_name]
        case tuple() | list():
            return [type(value).__name__, len(value), [_form(item) for item in value[:MOST_ITEMS]]]
        case dict():
            return ["dict", _form(list(value.items()))]
        case float():
            return ["float", _rounded(value)]
        case str() | bytes():
            return [type(value).__name__, len(value), repr(value[:MOST_ITEMS])]
        case int():
            return [type(value).__name__, hash(value)]  # Python refuses to write down a very long number
        case _:
            return [type(value).__name__]


def _form_of_numbers(tensor: Tensor) -> tuple[str, ...]:
    """Return the norm of a tensor and two weighted sums of its elements, which hardly any other tensor shares."""
    dense = tensor.detach().to_dense()
    real = torch.view_as_real(dense.resolve_conj()) if dense.is_complex() else dense
    numbers = torch.nan_to_num(real.flatten().double(), nan=0.5, posinf=1e30, neginf=-1e30)
    norm = float(numbers.norm())
    looked_at = numbers[:MOST_NUMBERS]
    sums = _weights()[:, : len(looked_at)] @ looked_at / (norm or 1.0)
    return _rounded(norm), *(f"{float(one):.{DIGITS}f}" for one in sums)


@functools.cache
def _weights() -> Tensor:
    """Return the weights of the two sums; equal tensors have equal sums in every process."""
    return torch.randn(2, MOST_NUMBERS, dtype=torch.float64, generator=torch.Generator().manual_seed(0))


def _rounded(number: float) -> str:
    return f"{number:.{DIGITS}g}" if math.isfinite(number) else str(number)
