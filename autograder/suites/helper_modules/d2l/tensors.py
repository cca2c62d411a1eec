"""The book's names for what tensors can do, where torch has no function of that name, or another one."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

nn_Module = nn.Module  # noqa: N816 - the book's name
concat = torch.cat
batch_matmul = torch.bmm


def numpy(x: Tensor, *args: Any, **options: Any) -> Any:
    """Return a tensor as an array of NumPy, without its graph."""
    return x.detach().numpy(*args, **options)


def size(x: Tensor) -> int:
    """Return the number of elements."""
    return x.numel()


def to(x: Any, *args: Any, **options: Any) -> Any:
    """Return a tensor or a layer on another device or of another dtype."""
    return x.to(*args, **options)


def astype(x: Tensor, *args: Any, **options: Any) -> Any:
    """Return a tensor of another dtype."""
    return x.type(*args, **options)


def reshape(x: Tensor, *args: Any, **options: Any) -> Tensor:
    """Return the elements in another shape, given as a tuple or as numbers."""
    return x.reshape(*args, **options)


def transpose(x: Tensor, *args: Any, **options: Any) -> Tensor:
    """Return a matrix transposed."""
    return x.t(*args, **options)


def swapaxes(x: Tensor, *args: Any, **options: Any) -> Tensor:
    """Return a tensor with two axes exchanged."""
    return x.swapaxes(*args, **options)


def expand_dims(x: Tensor, *args: Any, **options: Any) -> Tensor:
    """Return a tensor with one more axis."""
    return x.unsqueeze(*args, **options)


def repeat(x: Tensor, *args: Any, **options: Any) -> Tensor:
    """Return a tensor repeated along its axes."""
    return x.repeat(*args, **options)


def reduce_sum(x: Tensor, *args: Any, **options: Any) -> Tensor:
    """Return the sum, of all elements or along an axis."""
    return x.sum(*args, **options)


def reduce_mean(x: Tensor, *args: Any, **options: Any) -> Tensor:
    """Return the mean, of all elements or along an axis."""
    return x.mean(*args, **options)


def argmax(x: Tensor, *args: Any, **options: Any) -> Tensor:
    """Return where the largest element is."""
    return x.argmax(*args, **options)


def cpu() -> torch.device:
    """Return the CPU, the only device there is."""
    return torch.device("cpu")


def try_gpu(_number: int = 0) -> torch.device:
    """Return the CPU."""
    return cpu()


gpu = try_gpu


def num_gpus() -> int:
    """Return that there is none."""
    return 0


def try_all_gpus() -> list[torch.device]:
    """Return the CPU, in a list."""
    return [cpu()]
