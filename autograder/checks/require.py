"""Requiring a condition of a student's plain values."""

from __future__ import annotations

from collections.abc import Callable

from autograder.course.outcome import Failed
from autograder.course.text import Text

NOT_RIGHT = Text("返回值不符合要求。", "The returned value is not as required.")
ASKED = Text("返回值不符合要求：{asked}", "The returned value is not as required: {asked}")


def require(holds: Callable[[], object], message: Text = NOT_RIGHT, *, asked: str = "") -> None:
    """Raise `Failed` unless `holds()` is true; a value for which it raises an exception is not right either.

    It runs in the trusted process, so it may only compute what takes about as long as the values are large. `asked`
    says what is required, in words or in code, where there is no message of its own.
    """
    try:
        right = bool(holds())
    except Exception:
        right = False
    if not right:
        raise Failed(ASKED.format(asked=asked) if asked else message)
