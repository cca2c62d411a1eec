"""The `reference` fixture: the reference solution, asked as a student is asked, in float64."""

from __future__ import annotations

import functools
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from torch import Tensor


class Reference:
    """The reference solution of one exercise, in the trusted process.

    Floating-point tensors among the arguments are copied to float64, so what it returns is more exact than any
    float32 answer.
    """

    def __init__(self, exercise: str, module: ModuleType) -> None:
        self.exercise = exercise
        self._module = module

    def call(self, *args: object) -> Any:
        """Return what the reference's function or class of this exercise gives for `args`."""
        return getattr(self._module, self.exercise)(*map(in_double, args))

    def run(self, probe: Callable[..., Any], *args: object) -> Any:
        """Return what `probe` gives when it runs next to the reference."""
        return probe(self._module, *map(in_double, args))


def in_double(value: object) -> object:
    """Copy a value; floating-point tensors in it become float64, at any depth of tuples and lists."""
    if isinstance(value, Tensor):
        return value.to(torch.float64, copy=True) if value.is_floating_point() else value.clone()
    if isinstance(value, (tuple, list)):
        return type(value)(map(in_double, value))
    return value


@functools.cache
def load_solution(path: Path) -> ModuleType:
    """Import a reference solution from its file, once."""
    spec = importlib.util.spec_from_file_location(f"solution_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)  # dataclasses look for it there
    spec.loader.exec_module(module)
    return module
