"""Comparing the results for many small cases that are asked in one request, which costs little more than one case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

from autograder.checks import Reference, Student, compare
from autograder.checks.helpers.unpack import unpack


def compare_each(
    student: Student,
    reference: Reference,
    cases: Sequence[tuple[Any, ...]],
    scale_of: Callable[..., float] = lambda *_args: 0.0,
) -> None:
    """Compare the result for the arguments of each case; `scale_of` gives the scale of a case."""
    expected = reference.run(call_each, reference.exercise, list(cases))
    got = student.run(call_each, student.exercise, list(cases))
    for args, value, wanted in zip(cases, unpack(got, expected), expected, strict=True):
        compare(value, wanted, scale=scale_of(*args))


def call_each(module: ModuleType, name: str, cases: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    """Probe: return what the function `name` gives for the arguments of each case."""
    return tuple(getattr(module, name)(*args) for args in cases)
