"""A fingerprint of what an answer replied to the public cases of an exercise, to be compared with known mistakes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from torch import Tensor

from .model import CaseVerdict, State

DECIMALS, DIGITS = 3, 5  # of a number that count: answers with one mistake may differ by rounding errors
MOST_ELEMENTS = 100_000


def fingerprint(verdicts: Sequence[CaseVerdict]) -> str | None:
    """Return the hash of all replies to the cases of an exercise together; None where they say too little.

    They say too little where no case failed, and where nothing but the kind of an exception is known.
    """
    failed = [verdict for verdict in verdicts if verdict.state is State.failed]
    if not any(map(_says_something, failed)):
        return None
    replies = [_reply(verdict) for verdict in verdicts]
    return hashlib.sha256(json.dumps(replies, ensure_ascii=False).encode()).hexdigest()


def _says_something(verdict: CaseVerdict) -> bool:
    return not isinstance(verdict.got, BaseException) or bool(str(verdict.got))


def _reply(verdict: CaseVerdict) -> object:
    """Return what is known of a reply; of one that is right nothing else counts."""
    if verdict.state is not State.failed:
        return verdict.state
    raised = isinstance(verdict.got, BaseException)  # its message names a line
    return verdict.layer, describe(verdict.got), verdict.message.en if verdict.message and not raised else None


def describe(value: object) -> object:
    """Return a value as JSON can hold it: its type, and its shape, dtype, rounded values and requires_grad."""
    if isinstance(value, Tensor):
        facts = ["tensor", list(value.shape), str(value.dtype), value.requires_grad]
        return [*facts, _values(value)]
    if isinstance(value, (tuple, list)):
        return [type(value).__name__, [describe(item) for item in value[:MOST_ELEMENTS]]]
    if isinstance(value, BaseException):
        return [type(value).__name__, " ".join(str(value).split())]
    if isinstance(value, float):
        return ["float", _rounded(value)]
    if value is None or isinstance(value, (bool, int, str)):
        return [type(value).__name__, str(value)]
    return [type(value).__name__]


def _values(value: Tensor) -> list[str]:
    numbers = value.detach().to_dense().flatten()[:MOST_ELEMENTS].tolist()
    return [_rounded(number) if isinstance(number, float) else str(number) for number in numbers]


def _rounded(number: float) -> str:
    return f"{round(number, DECIMALS) + 0.0:.{DIGITS}g}"
