"""Values as arrays of NumPy in float64, so that all are looked at in one way, and such arrays as values again."""

from __future__ import annotations

import sys
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from autograder.checks.kinds.arrays import ARRAYS
from autograder.checks.kinds.tensors import TENSORS
from autograder.checks.numbers import as_float

Array: TypeAlias = NDArray[np.float64]
REAL = "biuf"  # the kinds of dtypes of NumPy that are numbers
LEFT_OUT = 16  # bits of a float32, the last ones, which bfloat16 has not


def as_array(value: Any) -> Array | None:
    """Return a value as an array in float64: a tensor, an array, a number, or a list or tuple of numbers; or None."""
    kind = type(value)
    if TENSORS.takes(kind):
        array: Array = value.detach().double().numpy(force=True)
        return array
    if kind in (int, float):
        return np.array(as_float(value))
    if isinstance(value, (list, tuple)) and value and all(map(_is_number, value)):
        return np.array([as_float(item) for item in value])
    if ARRAYS.takes(kind) and value.dtype.kind in REAL:
        return np.asarray(value, dtype=np.float64)
    return None


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) or (isinstance(value, np.generic) and value.dtype.kind in "iuf")


def is_table(value: Any) -> bool:
    """Tell whether a value is a tensor or an array, whatever its elements are."""
    return TENSORS.takes(type(value)) or isinstance(value, np.ndarray)


def is_floating(value: Any) -> bool:
    """Tell whether a value is a tensor, an array or a scalar of NumPy of floating-point numbers."""
    if TENSORS.takes(type(value)):
        return bool(value.is_floating_point())
    return ARRAYS.takes(type(value)) and value.dtype.kind == "f"


def like(value: Any, changed: Array) -> Any:
    """Return an array as a tensor, an array or a scalar of NumPy: as what a value is, and with its dtype."""
    if TENSORS.takes(type(value)):
        return sys.modules["torch"].from_numpy(np.array(changed)).to(value.dtype)
    array = np.array(changed, dtype=value.dtype)
    return array if isinstance(value, np.ndarray) else array[()]


def narrow(values: Array, axis: int, start: int, length: int) -> Array:
    """Return so many places of an array along an axis."""
    index = [slice(None)] * values.ndim
    index[axis] = slice(start, start + length)
    return values[tuple(index)]


def lower_median(values: Array) -> float:
    """Return the value in the middle, the lower one where there are two."""
    return float(np.sort(values, axis=None)[(values.size - 1) // 2])


def in_float16(values: Array) -> Array:
    """Return values as float16 holds them, rounded from float32 as torch does it."""
    return values.astype(np.float32).astype(np.float16).astype(np.float64)


def in_bfloat16(values: Array) -> Array:
    """Return values as bfloat16 holds them: the first half of a float32, rounded to the nearest, a tie to even."""
    bits = values.astype(np.float32).view(np.uint32)
    last = bits >> LEFT_OUT & 1
    rounded = (bits + 0x7FFF + last) & 0xFFFF0000
    return rounded.view(np.float32).astype(np.float64)
