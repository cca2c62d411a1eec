"""Tensors of torch on the wire: their dtype and shape in the skeleton, and their bytes behind it."""

from __future__ import annotations

import functools
import sys
from typing import Any

from ..messages import MAX_DIMENSIONS, MAX_SIDE
from ..values import Foreign
from .kind import Kind, Packer, Packing, Reading

NODES = 10
SIZES = {
    "bool": 1, "uint8": 1, "int8": 1, "int16": 2, "int32": 4, "int64": 8, "uint16": 2, "uint32": 4, "uint64": 8,
    "float16": 2, "bfloat16": 2, "float32": 4, "float64": 8,
}  # fmt: skip


def _packer(kind: type) -> Packer | None:
    tensor = getattr(sys.modules.get("torch"), "Tensor", None)
    return _pack_tensor if tensor is not None and issubclass(kind, tensor) else None


def _pack_tensor(value: Any, packing: Packing, _depth: int) -> object:
    content = _content(value, packing.bytes_left)
    if content is None:
        return packing.foreign(tensor_name(value))
    name, shape, data = content
    packing.add(data, NODES + len(shape))
    return ["a", name, shape]


def tensor_name(value: Any) -> str:
    """Return what stands for a tensor that does not cross: its dtype, shape and device, where it can tell them."""
    try:
        name = str(value.dtype).removeprefix("torch.")
        return f"torch.Tensor ({name}, {tuple(value.shape)}, {value.device})"
    except Exception:
        return "torch.Tensor"


def _content(value: Any, most_bytes: int) -> tuple[str, list[int], memoryview] | None:
    """Return the dtype, the shape and the bytes of a tensor; None if it is no real one of at most `most_bytes`.

    Its layout does not matter: strided in any way, expanded, conjugated, negated, sparse, a subclass, with a graph.
    """
    torch = sys.modules["torch"]
    with torch._C.DisableTorchFunctionSubclass():
        try:
            plain = value.detach()
            if plain.device.type != "cpu" or plain.numel() * plain.element_size() > most_bytes:
                return None
            return _bytes_of(torch, plain)
        except Exception:  # a tensor that has no values, or of a kind that hides them
            return None


def _bytes_of(torch: Any, plain: Any) -> tuple[str, list[int], memoryview] | None:
    if plain.layout is not torch.strided:
        plain = plain.to_dense()
    name = _names().get(plain.dtype, "")
    if not name:
        if not plain.dtype.is_floating_point:
            return None
        name, plain = "float32", plain.float()  # floats of 8 bits, of which this one holds every value
    if plain.is_neg():
        plain = plain.resolve_neg()
    numpy = sys.modules["numpy"]
    # NumPy has no bfloat16. It puts the elements in their order whatever the strides are.
    array = (plain.view(torch.int16) if plain.dtype is torch.bfloat16 else plain).numpy()
    return name, list(plain.shape), numpy.ascontiguousarray(array).reshape(-1).view(numpy.uint8).data


@functools.cache
def _names() -> dict[Any, str]:
    """Return the names of the dtypes that cross."""
    return {getattr(sys.modules["torch"], name): name for name in SIZES}


def tensor_size(name: str, shape: list[int]) -> int:
    """Return how many bytes a tensor has; raise `ValueError` or `KeyError` if there is no such tensor."""
    if len(shape) > MAX_DIMENSIONS:
        raise ValueError("not a shape")
    size = SIZES[name]
    for side in shape:
        if type(side) is not int or not 0 <= side < MAX_SIDE:
            raise ValueError("not a shape")
        size *= side
    return size


def _read_tensor(reading: Reading, _depth: int, name: str, shape: list[int]) -> Any:
    data = reading.take(tensor_size(name, shape))
    torch = reading.library("torch")
    if torch is None:
        return Foreign("torch.Tensor")
    dtype = getattr(torch, name)
    if not data:
        return torch.zeros(shape, dtype=dtype)
    return torch.frombuffer(bytearray(data), dtype=dtype).reshape(shape)


TENSORS = Kind(_packer, {"a": _read_tensor})
