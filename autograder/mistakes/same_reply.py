"""Whether two replies to one request are the same, up to the rounding of float32.

A reply is made by student code. It is compared and nothing else: nothing in it is called, shown or trusted.
"""

from __future__ import annotations

import math
from typing import Any

from autograder.checks.kinds import norm_of, same_values
from autograder.checks.kinds.plain import RELATIVE
from autograder.checks.reply import Reply
from autograder.worker.shared.values import Foreign, Raised


def same_reply(one: Reply, other: Reply) -> bool:
    """Tell whether two replies to the same request are the same value or the same exception, up to the data in it.

    The arguments of the request are those of `one`.
    """
    if one.lost or other.lost:
        return False
    scales = _scales_by_case(one.args, one.value)
    if scales and isinstance(one.value, tuple) and isinstance(other.value, tuple) and len(one.value) == len(scales):
        pairs = zip(one.value, other.value, scales, strict=True)
        return all(same_values(value, wanted, RELATIVE * scale) for value, wanted, scale in pairs)
    return same_values(one.value, other.value, RELATIVE * scale_of(one.args))


def has_values(reply: Any) -> bool:
    """Tell whether a reply is made of tensors, numbers and texts, and not an exception or something unknown."""
    return not isinstance(reply, (Raised, Foreign, type(None)))


def scale_of(value: object) -> float:
    """Return a bound for what is multiplied and summed: the product of the norms of tensors, the largest of a list."""
    if (norm := norm_of(value)) is not None:
        return max(1.0, norm)
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
