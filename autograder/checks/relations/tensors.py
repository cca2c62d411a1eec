"""Values as tensors in float64, so that all of them are looked at in one way."""

from __future__ import annotations

import sys
from typing import Any

import torch
from torch import Tensor

from autograder.checks.numbers import as_float

REAL = "biuf"  # the kinds of dtypes of NumPy that are numbers


def as_tensor(value: Any) -> Tensor | None:
    """Return a value as a tensor in float64: a tensor, an array, a number, or a list or tuple of numbers; or None."""
    if isinstance(value, Tensor):
        return value.detach().double()
    if type(value) in (int, float):
        return torch.tensor(as_float(value), dtype=torch.float64)
    if isinstance(value, (list, tuple)) and value and all(type(item) in (int, float) for item in value):
        return torch.tensor([as_float(item) for item in value], dtype=torch.float64)
    numpy = sys.modules["numpy"]  # torch imports it
    if isinstance(value, (numpy.ndarray, numpy.generic)) and value.dtype.kind in REAL:
        return torch.tensor(value.astype("float64"))
    return None
