"""Requests to a worker as bytes. What a check asks has to arrive as it is, so whatever cannot cross is our fault."""

from __future__ import annotations

from typing import Any

from autograder.course.errors import GraderError
from autograder.worker.shared.pack import pack_strictly
from autograder.worker.shared.values import NotPlain
from autograder.worker.shared.wire import REQUEST_BYTES

NO_ARGUMENT = "Argument {number} of {what} is or holds a {kind}, which cannot be sent to a worker."
TOO_LONG = "The arguments of {what} have {size} bytes; a worker takes at most {most}."


def pack_request(request: tuple[Any, ...]) -> bytes:
    """Return the bytes of a request; raise `GraderError` that names what cannot be sent."""
    kind, *details = request
    if kind in ("call", "prints"):
        name, args, kwargs, *_ = details
        return _packed(request, (*args, *kwargs.values()), f"the call of `{name}`")
    arguments = details[-1]
    return _packed(request, arguments if isinstance(arguments, tuple) else (arguments,), f"the request `{kind}`")


def pack_arguments(arguments: tuple[object, ...]) -> bytes:
    """Return the bytes of the arguments of a function of ours; raise `GraderError` that names what cannot be sent."""
    return _packed(arguments, arguments, "a function")


def _packed(value: object, arguments: tuple[object, ...], what: str) -> bytes:
    try:
        data = pack_strictly(value, REQUEST_BYTES)
    except NotPlain:
        raise GraderError(_first_refused(arguments, what)) from None
    if len(data) > REQUEST_BYTES:
        raise GraderError(TOO_LONG.format(what=what, size=len(data), most=REQUEST_BYTES))
    return data


def _first_refused(arguments: tuple[object, ...], what: str) -> str:
    """Say which argument cannot be sent."""
    for number, argument in enumerate(arguments, start=1):
        try:
            pack_strictly(argument, REQUEST_BYTES)
        except NotPlain as kind:
            return NO_ARGUMENT.format(number=number, what=what, kind=kind)
    return NO_ARGUMENT.format(number="", what=what, kind="nest of containers that is too deep")
