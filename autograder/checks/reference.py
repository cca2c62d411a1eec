"""The reference solution, asked the way a student is asked, in float64."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import torch
from torch import Tensor


class Reference:
    """The reference solution of one exercise, in the trusted process.

    Floating-point tensors among the arguments are copied to float64, so what it returns is the
    expectation a float32 answer is measured against.
    """

    def __init__(self, exercise: str, module: ModuleType) -> None:
        self.exercise = exercise
        self._module = module

    def call(self, *args: object) -> Any:
        """Return what the reference's function or class of this exercise gives for `args`."""
        return getattr(self._module, self.exercise)(*map(in_double, args))

    def run(self, probe: Callable[..., Any], *args: object) -> Any:
        """Return what `probe` gives when it runs beside the reference."""
        return probe(self._module, *map(in_double, args))


def in_double(value: object) -> object:
    """Copy a value; floating-point tensors in it become float64, at any depth of tuples and lists."""
    if isinstance(value, Tensor):
        return value.to(torch.float64, copy=True) if value.is_floating_point() else value.clone()
    if isinstance(value, (tuple, list)):
        return type(value)(map(in_double, value))
    return value
