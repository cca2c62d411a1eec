"""Requests and replies in a few words, for the author of a suite."""

from __future__ import annotations

from typing import Any

from autograder.checks.reply import Reply
from autograder.prove.search.requests import Request
from autograder.prove.spoiling.kinds import is_array, is_tensor
from autograder.worker.shared.values import Foreign, Raised

MOST_CHARACTERS = 120
MOST_NUMBERS = 40  # of an array whose values are shown


def shown_request(request: Request, exercise: str) -> str:
    """Return a call as it would be written; that of a probe begins with the name of the probe."""
    if request.program:
        return f"the program with the input {shown_value(request.args[0])}"
    name = exercise if request.probe is None else f"{request.probe.__name__}(module)"
    named = [f"{key}={shown_value(value)}" for key, value in request.kwargs.items()]
    stdin = f" with the input {shown_value(request.stdin)}" if request.stdin else ""
    return f"{name}({', '.join([*map(shown_value, request.args), *named])}){stdin}"


def shown_reply(reply: Reply) -> str:
    """Return what came back for a request."""
    return "no answer: it crashes or does not end" if reply.lost else shown_value(reply.value)


def shown_value(value: Any) -> str:
    """Return a value as a person would write it, or its shape or its beginning where it is long."""
    if is_array(value):
        return _shown_array(value)
    if isinstance(value, Raised):
        return f"{value.name}: {value.message}" if value.message else value.name
    if isinstance(value, Foreign):
        return f"a {value.type_name}"
    if isinstance(value, (tuple, list)) and any(map(is_array, value)):
        inside = ", ".join(map(shown_value, value))
        return f"[{inside}]" if isinstance(value, list) else f"({inside})"
    text = repr(value)
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}… ({len(text)} characters)"


def _shown_array(value: Any) -> str:
    if value.reshape(-1).shape[0] > MOST_NUMBERS:
        return f"{'a tensor' if is_tensor(value) else 'an array'} of shape {tuple(value.shape)}"
    return f"{'torch.tensor' if is_tensor(value) else 'np.array'}({_rounded(value.tolist())})"


def _rounded(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_rounded, value))}]"
    return repr(float(f"{value:.4g}")) if isinstance(value, float) else repr(value)
