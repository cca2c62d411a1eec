"""Tensors on the wire: a list of a tag, the dtype, the shape and the bytes."""

from __future__ import annotations

import torch
from torch import Tensor

DTYPES = {
    str(dtype).removeprefix("torch."): dtype
    for dtype in (
        torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64,
        torch.float16, torch.bfloat16, torch.float32, torch.float64,
    )
}  # fmt: skip
MAX_DIMENSIONS = 16


def fold_tensor(value: Tensor, limit: int) -> list[object]:
    """Return a tensor as a list, or only its name if it has more than `limit` bytes or cannot cross."""
    with torch._C.DisableTorchFunctionSubclass():
        plain = value.detach()
        name = str(plain.dtype).removeprefix("torch.")
        if name not in DTYPES or plain.numel() * plain.element_size() > limit or plain.device.type != "cpu":
            return ["f", f"torch.Tensor ({name}, {tuple(plain.shape)}, {plain.device})"[:200]]
        plain = (plain if plain.layout is torch.strided else plain.to_dense()).contiguous()
        data = plain.reshape(-1).view(torch.uint8).numpy().tobytes() if plain.numel() else b""
        return ["a", name, list(plain.shape), data]


def unfold_tensor(name: str, shape: list[int], data: bytes) -> Tensor:
    """Return the tensor of this dtype, shape and content; raise `ValueError` or `KeyError` if there is none."""
    dtype = DTYPES[name]
    if len(shape) > MAX_DIMENSIONS or not all(type(n) is int and 0 <= n < 2**31 for n in shape):
        raise ValueError("not a shape")
    size = dtype.itemsize
    for n in shape:
        size *= n
    if size != len(data):
        raise ValueError("a tensor whose bytes do not fill its shape")
    if not data:
        return torch.zeros(shape, dtype=dtype)
    return torch.frombuffer(bytearray(data), dtype=dtype).reshape(shape).clone()
