"""The check of a second call: the first call may change neither its result nor the inputs."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from autograder.checks import Reference, Student, Text, compare
from autograder.checks.helpers.unchanged import require_unchanged
from autograder.checks.helpers.unpack import unpack

LATER_RESULT = Text("再次调用的返回值", "What a later call returns")


def compare_second_call(student: Student, reference: Reference, *args: object, scale: float) -> None:
    """Raise `Failed` unless later calls of the function are right for `args` and leave them unchanged."""
    expected, untouched = reference.run(call_again, student.exercise, *args)
    got, inputs = unpack(student.run(call_again, student.exercise, *args), (expected, untouched))
    require_unchanged(inputs, untouched)
    for later, wanted in zip(unpack(got, expected), expected, strict=True):
        compare(later, wanted, scale=scale, what=LATER_RESULT)


def call_again(module: ModuleType, name: str, *args: object) -> tuple[tuple[object, object], tuple[object, ...]]:
    """Probe: call `name` with other values of the same shapes, then twice with `args`; return both results, and `args`.

    The other values have other signs and other ratios, and are 0 where `args` are. The second of the two calls gets a
    copy of what the first has left of `args`, so that what it undoes of a change is seen as well.
    """
    from copy import copy, deepcopy

    def other(value: Any) -> object:
        if hasattr(value, "dtype") and hasattr(value, "shape"):  # a tensor or an array
            return -value * abs(value)
        return -value if isinstance(value, float) else copy(value)

    function = getattr(module, name)
    function(*map(other, args))
    first = function(*args)
    return (first, function(*deepcopy(args))), args
