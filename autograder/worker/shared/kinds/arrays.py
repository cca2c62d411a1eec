"""NumPy arrays and scalars on the wire: their dtype and shape in the skeleton, and their bytes behind it.

A dtype is a text of NumPy's such as `<f8`, or for a structured one a list with a name and a dtype for each field.
`numpy.float64` and `numpy.complex128` are numbers of Python as well, and cross as such.
"""

from __future__ import annotations

import math
import re
import sys
from typing import Any

from ..messages import MAX_DIMENSIONS, MAX_FIELDS, MAX_SIDE
from ..values import Foreign
from .kind import Kind, Packer, Packing, Reading, require, type_name

NODES = 10
MAX_NESTED = 4  # structured dtypes in each other
LAST_CHARACTER = 0x10FFFF
DTYPE = re.compile(
    r"\|b1|[|<][iu]1|<[iu][248]|<f[248]|<c(?:8|16)|\|S[1-9]\d{0,5}|<U[1-9]\d{0,5}"
    r"|<m8|<[mM]8\[(?:Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\]"
)
BYTES = re.compile(r"(\d+)(?:\[|$)")


def _packer(kind: type) -> Packer | None:
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return None
    if issubclass(kind, numpy.ndarray):
        return _pack_array
    return _pack_scalar if issubclass(kind, numpy.generic) else None


def _pack_array(value: Any, packing: Packing, _depth: int) -> object:
    content = _content(value, packing.bytes_left)
    if content is None:
        return packing.foreign(type_name(value))
    described, shape, data = content
    packing.add(data, _nodes(described) + len(shape))
    return ["n", described, shape]


def _pack_scalar(value: Any, packing: Packing, _depth: int) -> object:
    content = _content(value, packing.bytes_left)
    if content is None:
        return packing.foreign(type_name(value))
    described, _, data = content
    packing.add(data, _nodes(described))
    return ["g", described]


def _content(value: Any, most_bytes: int) -> tuple[str | list[Any], list[int], memoryview] | None:
    """Return the dtype, the shape and the bytes of an array; None where it does not cross."""
    numpy = sys.modules["numpy"]
    if value.nbytes > most_bytes or value.dtype.hasobject or isinstance(value, numpy.ma.MaskedArray):
        return None
    try:
        described = describe(value.dtype, MAX_NESTED)
        plain = numpy.ascontiguousarray(value, dtype_of(described)).view(numpy.ndarray)
        return described, list(value.shape), plain.reshape(-1).view(numpy.uint8).data
    except Exception:  # a dtype that is none of ours, or a subclass that hides its values
        return None


def describe(dtype: Any, depth: int) -> str | list[Any]:
    """Return what stands for a dtype; raise `ValueError` for one that does not cross."""
    if dtype.names is not None:
        require(depth > 0 and 0 < len(dtype.names) <= MAX_FIELDS)
        return [[name, describe(dtype[name], depth - 1)] for name in dtype.names]
    text = str(dtype.newbyteorder("<").str)
    require(DTYPE.fullmatch(text) is not None)
    return text


def dtype_of(described: str | list[Any]) -> Any:
    """Return the dtype that `described` stands for; the fields of a structured one have no space between them."""
    if isinstance(described, str):
        return sys.modules["numpy"].dtype(described)
    return sys.modules["numpy"].dtype([(name, dtype_of(field)) for name, field in described])


def item_size(described: Any, depth: int = MAX_NESTED) -> int:
    """Return how many bytes an item has; raise `ValueError` for what is no dtype that crosses."""
    if isinstance(described, str):
        require(DTYPE.fullmatch(described) is not None)
        found = BYTES.search(described)
        assert found is not None
        return int(found[1]) * (4 if described[1] == "U" else 1)
    require(depth > 0 and 0 < len(described) <= MAX_FIELDS)
    require(all(type(name) is str and name for name, _ in described))
    return sum(item_size(field, depth - 1) for _, field in described)


def _nodes(described: str | list[Any]) -> int:
    return NODES if isinstance(described, str) else 3 + sum(3 + _nodes(field) for _, field in described)


def _read_array(reading: Reading, _depth: int, described: Any, shape: list[int]) -> Any:
    require(len(shape) <= MAX_DIMENSIONS and all(type(side) is int and 0 <= side < MAX_SIDE for side in shape))
    data = reading.take(item_size(described) * math.prod(shape))
    numpy = reading.library("numpy")
    if numpy is None:
        return Foreign("numpy.ndarray")
    dtype = dtype_of(described)
    array = numpy.frombuffer(bytearray(data), dtype).reshape(shape) if data else numpy.zeros(shape, dtype)
    _check(numpy, array)
    return array


def _check(numpy: Any, array: Any) -> None:
    """Raise `ValueError` for bytes that are no bool, and for characters that are none."""
    if array.dtype.names is not None:
        for name in array.dtype.names:
            _check(numpy, array[name])
    elif array.dtype.kind in "bU" and array.size:
        largest, kind = (1, numpy.uint8) if array.dtype.kind == "b" else (LAST_CHARACTER, numpy.uint32)
        require(int(numpy.ascontiguousarray(array).reshape(-1).view(kind).max()) <= largest)


def _read_scalar(reading: Reading, depth: int, described: Any) -> Any:
    array = _read_array(reading, depth, described, [])
    return array if isinstance(array, Foreign) else array[()]


ARRAYS = Kind(_packer, {"n": _read_array, "g": _read_scalar})
