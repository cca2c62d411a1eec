"""Values as tensors in float64, so that all of them are looked at in one way."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from autograder.checks.numbers import as_float


def as_tensor(value: Any) -> Tensor | None:
    """Return a value as a tensor in float64: a tensor, a number, or a list or tuple of numbers; None for others."""
    if isinstance(value, Tensor):
        return value.detach().double()
    if type(value) in (int, float):
        return torch.tensor(as_float(value), dtype=torch.float64)
    if isinstance(value, (list, tuple)) and value and all(type(item) in (int, float) for item in value):
        return torch.tensor([as_float(item) for item in value], dtype=torch.float64)
    return None
