"""Inputs may not be changed: what a probe returns of them afterwards is compared with what they were."""

from __future__ import annotations

from typing import Any

from autograder.checks import Failed, Text, compare
from autograder.checks.helpers.unpack import unpack

CHANGED = Text(
    "{what}被改动了；函数不应当改动传进来的东西。", "{what} was changed; a function should not change what it is given."
)
ARGUMENT = Text("第 {number} 个参数", "Argument {number}")


def require_unchanged(inputs: Any, untouched: tuple[Any, ...], names: tuple[Text, ...] = ()) -> None:
    """Raise `Failed` where an input is not what it was; `names` are the inputs' names for the student."""
    for number, (one, before) in enumerate(zip(unpack(inputs, untouched), untouched, strict=True), start=1):
        try:
            compare(one, before)
        except Failed:
            what = names[number - 1] if names else ARGUMENT.format(number=number)
            raise Failed(CHANGED.format(what=what)) from None
