"""Tensors on the wire: their dtype and shape in the skeleton of a message, and their bytes behind it."""

from __future__ import annotations

import numpy
import torch
from torch import Tensor

DTYPES = {
    str(dtype).removeprefix("torch."): dtype
    for dtype in (
        torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.uint16, torch.uint32,
        torch.uint64, torch.float16, torch.bfloat16, torch.float32, torch.float64,
    )
}  # fmt: skip
MAX_DIMENSIONS = 64  # as many as torch itself allows
MAX_SIDE = 1 << 31


def tensor_name(value: Tensor) -> str:
    """Return what stands for a tensor that does not cross: its dtype, shape and device, where it can tell them."""
    try:
        name = str(value.dtype).removeprefix("torch.")
        return f"torch.Tensor ({name}, {tuple(value.shape)}, {value.device})"
    except Exception:
        return "torch.Tensor"


def tensor_content(value: Tensor, most_bytes: int) -> tuple[str, list[int], memoryview] | None:
    """Return the dtype, the shape and the bytes of a tensor; None if it is no real one of at most `most_bytes`.

    Its layout does not matter: strided in any way, expanded, conjugated, negated, sparse, a subclass, with a graph.
    """
    with torch._C.DisableTorchFunctionSubclass():
        try:
            plain = value.detach()
            if plain.device.type != "cpu" or plain.numel() * plain.element_size() > most_bytes:
                return None
            return _content(plain)
        except Exception:  # a tensor that has no values, or of a kind that hides them
            return None


def _content(plain: Tensor) -> tuple[str, list[int], memoryview] | None:
    if plain.layout is not torch.strided:
        plain = plain.to_dense()
    name = str(plain.dtype).removeprefix("torch.")
    if name not in DTYPES:
        if not plain.dtype.is_floating_point:
            return None
        name, plain = "float32", plain.float()  # floats of 8 bits, of which this one holds every value
    if plain.is_neg():
        plain = plain.resolve_neg()
    # NumPy has no bfloat16. It puts the elements in their order whatever the strides are.
    array = (plain.view(torch.int16) if plain.dtype is torch.bfloat16 else plain).numpy()
    return name, list(plain.shape), numpy.ascontiguousarray(array).reshape(-1).view(numpy.uint8).data


def tensor_size(name: str, shape: list[int]) -> int:
    """Return how many bytes a tensor has; raise `ValueError` or `KeyError` if there is no such tensor."""
    if len(shape) > MAX_DIMENSIONS or not all(type(n) is int and 0 <= n < MAX_SIDE for n in shape):
        raise ValueError("not a shape")
    size = DTYPES[name].itemsize
    for n in shape:
        size *= n
    return size


def make_tensor(name: str, shape: list[int], data: memoryview) -> Tensor:
    """Return the tensor of this dtype and shape whose bytes fill `data`."""
    if not data:
        return torch.zeros(shape, dtype=DTYPES[name])
    return torch.frombuffer(bytearray(data), dtype=DTYPES[name]).reshape(shape)
