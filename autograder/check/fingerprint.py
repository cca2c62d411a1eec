"""A fingerprint of what an answer replied to the public cases of an exercise, to be compared with known mistakes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence, Set

from .kinds import frames
from .kinds.rounded import MOST_ELEMENTS, rounded
from .kinds.tables import is_tensor, library_of
from .model import CaseVerdict, Layer, State


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
    described = describe(verdict.got, arrays=verdict.layer is not Layer.type)
    return verdict.layer, described, verdict.message.en if verdict.message and not raised else None


def describe(value: object, *, arrays: bool = True) -> object:
    """Return a value as JSON can hold it: its type, and what is in it, numbers rounded.

    Without `arrays`, of a NumPy array only the type is said: where it is the wrong type, its values say nothing more.
    """
    library = library_of(value)
    if library is not None and (arrays or is_tensor(value)):
        return library.described(value)
    if frames.is_frame(value):
        return [type(value).__name__, describe(frames.index_of(value)), describe(frames.columns_of(value))]
    if isinstance(value, (tuple, list)):
        return [type(value).__name__, [describe(item, arrays=arrays) for item in value[:MOST_ELEMENTS]]]
    if isinstance(value, (dict, Set)):
        return [type(value).__name__, sorted((describe(item) for item in _items(value)), key=json.dumps)]
    if isinstance(value, BaseException):
        return [type(value).__name__, " ".join(str(value).split())]
    if isinstance(value, float):
        return ["float", rounded(value)]
    if isinstance(value, complex):
        return ["complex", rounded(value.real), rounded(value.imag)]
    if value is None or isinstance(value, (bool, int, str)):
        return [type(value).__name__, str(value)]
    return [type(value).__name__]


def _items(value: dict[object, object] | Set[object]) -> list[object]:
    """Return the elements of a set, or the pairs of a dict."""
    return list(value.items() if isinstance(value, dict) else value)[:MOST_ELEMENTS]
