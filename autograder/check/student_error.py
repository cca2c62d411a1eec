"""Exceptions of a student's code: their text, and the line they came from."""

from __future__ import annotations

import traceback
from types import FunctionType

LONGEST = 300  # characters of an exception's text that are shown


def error_text(error: BaseException) -> str:
    """Return an exception's kind and text in one line."""
    text = " ".join(str(error).split())
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return f"{type(error).__name__}: {shown}" if shown else type(error).__name__


def line_of(error: BaseException, thing: object) -> int | None:
    """Return the last line of the student's file that an exception went through; `thing` is what was called."""
    namespace = namespace_of(thing)
    frames = traceback.walk_tb(error.__traceback__)
    lines = [line for frame, line in frames if _is_of(frame.f_globals, namespace)]
    return lines[-1] if lines else None


def _is_of(found: dict[str, object], namespace: dict[str, object] | None) -> bool:
    """Tell whether a namespace is the student's, or that of the same file run once more as a program."""
    return found is namespace or (
        namespace is not None and bool(file := found.get("__file__")) and file == namespace.get("__file__")
    )


def namespace_of(thing: object) -> dict[str, object] | None:
    """Return the namespace in which a function, a class or an object's class was defined."""
    if isinstance(thing, FunctionType):
        return thing.__globals__
    kind = thing if isinstance(thing, type) else type(thing)
    functions = (value for value in vars(kind).values() if isinstance(value, FunctionType))
    return next((function.__globals__ for function in functions), None)
