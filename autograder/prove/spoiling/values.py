"""Changes of arguments and results."""

from __future__ import annotations

import dataclasses
import math
import struct
import sys
from collections.abc import Callable
from typing import Any

from autograder.prove.spoiling.kinds import is_array, is_bool, is_float, is_tensor

LARGEST_HALF = 65504.0


def clamped(value: Any) -> Any:
    """Bring a value into the range from -50 to 50."""
    return value.clip(-50, 50) if is_array(value) else min(max(value, -50), 50)


def without_small(value: Any) -> Any:
    """Round a small value to zero."""
    return value * (abs(value) > 1e-3)


def half(value: Any) -> Any:
    """Round a value as float16 does."""
    if is_float(value):
        return value.half().to(value.dtype) if is_tensor(value) else value.astype("float16").astype(value.dtype)
    if not isinstance(value, float):
        return value
    return struct.unpack("e", struct.pack("e", value))[0] if abs(value) <= LARGEST_HALF else value * math.inf


def brain_half(value: Any) -> Any:
    """Round a value as bfloat16 does."""
    if is_tensor(value):
        return value.bfloat16().to(value.dtype) if is_float(value) else value
    if is_float(value):
        digits, exponent = sys.modules["numpy"].frexp(value)
        return sys.modules["numpy"].ldexp((256 * digits).round() / 256, exponent)
    if isinstance(value, float) and math.isfinite(value):
        digits, exponent = math.frexp(value)
        return math.ldexp(round(256 * digits) / 256, exponent)
    return value


def slightly_off(value: Any) -> Any:
    """Make a value wrong by about fifty times the tolerance of a comparison."""
    return value * 1.0001 if isinstance(value, float) or is_float(value) else value


def far_off(value: Any) -> Any:
    """Make a value half as large again."""
    return value * 1.5 if isinstance(value, float) or is_float(value) else value


def zero(value: Any) -> None:
    """Overwrite an array with zeros."""
    if is_tensor(value):
        value.data.zero_()
    else:
        value[...] = 0


def changed(value: Any, change: Callable[[Any], Any]) -> Any:
    """Return a value with a change of every item, at any depth of containers and records."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[changed(item, change) for item in value])
    if isinstance(value, (tuple, list, set, frozenset)):
        return type(value)([changed(item, change) for item in value])
    if isinstance(value, dict):
        items = {key: changed(item, change) for key, item in value.items()}
        return items if type(value) is dict else type(value)(items)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = [field.name for field in dataclasses.fields(value) if field.init]
        return dataclasses.replace(value, **{name: changed(getattr(value, name), change) for name in fields})
    return change(value)


def spoiled(result: Any) -> Any:
    """Return a result with every value wrong, of the same types and shapes; an empty container gets an item."""
    if isinstance(result, (list, set)) and not result:
        return type(result)([1])
    return {"?": 1} if isinstance(result, dict) and not result else changed(result, another)


def another(value: Any) -> Any:
    """Return another value of the same type and shape."""
    if is_bool(value):
        return ~value if is_array(value) else not value
    if isinstance(value, bytes):
        return value + b"?"
    return value + "?" if isinstance(value, str) else value + 1


def cropped(value: Any, axis: int, limit: int) -> Any:
    """Overwrite an array with zeros beyond the first ones along an axis; the graph stays."""
    if not is_array(value) or len(value.shape) < 2 or value.shape[axis] <= limit:
        return value
    if is_tensor(value):
        first, rest = value.split([limit, value.shape[axis] - limit], axis)
        return sys.modules["torch"].cat([first, sys.modules["torch"].zeros_like(rest)], axis)
    result = value.copy()
    result.swapaxes(0, axis)[limit:] = 0
    return result


def detached(value: Any) -> Any:
    """Return a tensor without its graph, and anything else as it is."""
    return value.detach() if is_tensor(value) else value


def kept_copy(value: Any) -> Any:
    """Return a copy that does not follow later changes of an array."""
    if is_array(value):
        return value.detach().clone() if is_tensor(value) else value.copy()
    return value


def shapes_of(value: Any) -> Any:
    """Return what arguments of the same shapes and types have in common."""
    if is_array(value):
        return tuple(value.shape)
    return tuple(map(shapes_of, value)) if isinstance(value, (tuple, list)) else type(value)
