"""The check of a second call: the first call may change neither its result nor the inputs."""

from __future__ import annotations

from types import ModuleType

import torch

from autograder.checks import Reference, Student, Text, compare
from autograder.suites.unpack import unpack

SECOND_RESULT = Text("第二次调用的返回值", "What the second call returns")
INPUTS = Text("调用之后的输入", "The inputs after the calls")


def compare_second_call(student: Student, reference: Reference, *args: object, scale: float) -> None:
    """Raise `Failed` unless a second call of the function is right for `args` and leaves them unchanged."""
    expected, untouched = reference.run(call_twice, student.exercise, *args)
    got, inputs = unpack(student.run(call_twice, student.exercise, *args), (expected, untouched))
    compare(inputs, untouched, what=INPUTS)
    compare(got, expected, scale=scale, what=SECOND_RESULT)


def call_twice(module: ModuleType, name: str, *args: object) -> tuple[object, tuple[object, ...]]:
    """Probe: call `name` with other tensors of the same shapes, then with `args`; return its result, and `args`."""
    from copy import copy

    function = getattr(module, name)
    function(*[2 * arg if isinstance(arg, torch.Tensor) else copy(arg) for arg in args])
    return function(*args), args
