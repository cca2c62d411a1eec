"""Changes of arguments and results."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor


def clamped(value: Any) -> Any:
    """Bring a value into the range from -50 to 50."""
    return value.clamp(-50, 50) if isinstance(value, Tensor) else min(max(value, -50), 50)


def without_small(value: Any) -> Any:
    """Round a small value to zero."""
    return value * (abs(value) > 1e-3)


def half(value: Any) -> Any:
    """Round a value as float16 does."""
    return rounded(value, torch.float16)


def brain_half(value: Any) -> Any:
    """Round a value as bfloat16 does."""
    return rounded(value, torch.bfloat16)


def slightly_off(value: Any) -> Any:
    """Make a value wrong by about fifty times the tolerance of a comparison."""
    return value * 1.0001 if isinstance(value, float) or is_float(value) else value


def far_off(value: Any) -> Any:
    """Make a value half as large again."""
    return value * 1.5 if isinstance(value, float) or is_float(value) else value


def rounded(value: Any, dtype: torch.dtype) -> Any:
    """Round a floating-point value to fewer digits; the graph stays."""
    if is_float(value):
        return value.to(dtype).to(value.dtype)
    return float(torch.tensor(value, dtype=dtype)) if isinstance(value, float) else value


def zero(value: Tensor) -> None:
    """Overwrite a tensor with zeros."""
    value.data.zero_()


def changed(value: Any, change: Callable[[Any], Any]) -> Any:
    """Return a value with a change of every item, at any depth of tuples and lists."""
    if isinstance(value, (tuple, list)):
        return type(value)([changed(item, change) for item in value])
    return change(value)


def spoiled(result: Any) -> Any:
    """Return a result with every value wrong, of the same types and shapes."""
    return changed(result, another)


def another(value: Any) -> Any:
    """Return another value of the same type and shape."""
    if isinstance(value, Tensor):
        return ~value if value.dtype is torch.bool else value + 1
    return value + "?" if isinstance(value, str) else value + 1


def cropped(value: Any, axis: int, limit: int) -> Any:
    """Overwrite a tensor with zeros beyond the first ones along an axis; the graph stays."""
    if not isinstance(value, Tensor) or value.dim() < 2 or value.shape[axis] <= limit:
        return value
    first = value.narrow(axis, 0, limit)
    return torch.cat([first, torch.zeros_like(value.narrow(axis, 0, value.shape[axis] - limit))], axis)


def detached(value: Any) -> Any:
    """Return a tensor without its graph, and anything else as it is."""
    return value.detach() if isinstance(value, Tensor) else value


def kept_copy(value: Any) -> Any:
    """Return a copy that does not follow later changes of a tensor."""
    return value.detach().clone() if isinstance(value, Tensor) else value


def is_float(value: Any) -> bool:
    """Tell whether a value is a tensor of floating-point numbers."""
    return isinstance(value, Tensor) and value.is_floating_point()


def shapes_of(value: Any) -> Any:
    """Return what arguments of the same shapes and types have in common."""
    if isinstance(value, Tensor):
        return tuple(value.shape)
    return tuple(map(shapes_of, value)) if isinstance(value, (tuple, list)) else type(value)
