"""A second call: the inputs as they were, the answer as it should be, whatever was asked before."""

from __future__ import annotations

from types import ModuleType

import torch

from autograder.checks import Reference, Student, Text, compare
from autograder.suites.unpack import unpack

SECOND = Text("第二次调用的返回值", "What the second call returns")
INPUTS = Text("调用之后的输入", "The inputs after the calls")


def right_on_second_call(student: Student, reference: Reference, *args: object, scale: float) -> None:
    """Raise `Failed` unless the function, called a second time, is right for `args` and leaves them alone."""
    expected, untouched = reference.run(call_twice, student.exercise, *args)
    got, inputs = unpack(student.run(call_twice, student.exercise, *args), (expected, untouched))
    compare(inputs, untouched, what=INPUTS)
    compare(got, expected, scale=scale, what=SECOND)


def call_twice(module: ModuleType, name: str, *args: object) -> tuple[object, tuple[object, ...]]:
    """Return what `args` give after a call with other tensors of their shapes, and `args` afterwards."""
    function = getattr(module, name)
    function(*[2 * arg if isinstance(arg, torch.Tensor) else arg for arg in args])
    return function(*args), args
