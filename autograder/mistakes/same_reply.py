"""Whether two replies to one request are the same, up to the rounding of float32.

A reply is made by student code. It is compared and nothing else: nothing in it is called, shown or trusted.
"""

from __future__ import annotations

import math
import re
from typing import Any

import torch
from torch import Tensor

from autograder.checks.compare import EPSILON, TOLERANCE
from autograder.checks.reply import Reply
from autograder.worker.shared.values import Foreign, Raised

RELATIVE = TOLERANCE * EPSILON
DATA = re.compile(r"-?\d+|'[^']*'")
MOST_COMPARED = 500  # characters of an exception's text


def same_reply(one: Reply, other: Reply) -> bool:
    """Tell whether two replies to the same request are the same value or the same exception, up to the data in it.

    The arguments of the request are those of `one`.
    """
    if one.lost or other.lost:
        return False
    scales = _scales_by_case(one.args, one.value)
    if scales and isinstance(one.value, tuple) and isinstance(other.value, tuple) and len(one.value) == len(scales):
        pairs = zip(one.value, other.value, scales, strict=True)
        return all(_same(value, wanted, RELATIVE * scale) for value, wanted, scale in pairs)
    return _same(one.value, other.value, RELATIVE * scale_of(one.args))


def has_values(reply: Any) -> bool:
    """Tell whether a reply is made of tensors, numbers and texts, and not an exception or something unknown."""
    return not isinstance(reply, (Raised, Foreign, type(None)))


def scale_of(value: object) -> float:
    """Return a bound for what is multiplied and summed: the product of the norms of tensors, the largest of a list."""
    if isinstance(value, Tensor) and value.is_floating_point():
        return max(1.0, float(value.norm()))
    if isinstance(value, tuple):
        return math.prod(map(scale_of, value))
    return max(map(scale_of, value), default=1.0) if isinstance(value, list) else 1.0


def _scales_by_case(args: tuple[object, ...], reply: object) -> list[float]:
    """Return the scale of each case if a request has a list of cases and the reply an item for each, else nothing."""
    lists = [item for item in args if isinstance(item, list)]
    if len(lists) != 1 or not isinstance(reply, tuple) or len(reply) != len(lists[0]):
        return []
    others = math.prod(scale_of(item) for item in args if not isinstance(item, list))
    return [others * scale_of(case) for case in lists[0]]


def _same(one: Any, other: Any, bound: float) -> bool:
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        return _same_tensors(one, other, bound)
    if type(one) is not type(other):
        return False
    if isinstance(one, Raised):
        return one.kinds[:1] == other.kinds[:1] and without_data(one.message) == without_data(other.message)
    if isinstance(one, float):
        return math.isclose(one, other, rel_tol=RELATIVE, abs_tol=bound) or (math.isnan(one) and math.isnan(other))
    if isinstance(one, list):
        one, other = [_number(item) for item in one], [_number(item) for item in other]
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(_same(a, b, bound) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict):
        return _same(list(one.items()), list(other.items()), bound)
    return one is None or (isinstance(one, (int, str, bytes, Foreign)) and bool(one == other))


def without_data(message: str) -> str:
    """Return the text of an exception without the numbers and the quoted names in it."""
    return DATA.sub("…", message[:MOST_COMPARED])


def _same_tensors(one: Tensor, other: Tensor, bound: float) -> bool:
    """Compare shapes and values; the dtype does not matter, but a bool tensor is never the same as a number tensor."""
    if one.shape != other.shape or (one.dtype is torch.bool) != (other.dtype is torch.bool):
        return False
    return torch.allclose(one.double(), other.double(), rtol=RELATIVE, atol=bound, equal_nan=True)


def _number(item: object) -> object:
    """Return a one-element tensor of a list as a number, which lists of numbers accept as well."""
    return float(item) if isinstance(item, Tensor) and item.numel() == 1 else item
