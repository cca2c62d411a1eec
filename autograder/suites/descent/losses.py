"""Reading the losses that a training reported, also where they come in a wrong form."""

from __future__ import annotations

import math
from typing import Any

from torch import Tensor

from autograder.checks import ANY, Failed, Text, as_float, compare

LOSSES = Text("损失的列表", "The list of losses")


def read_losses(losses: Any, epochs: int) -> tuple[tuple[float, ...] | None, Failed | None]:
    """Return the losses as numbers, or None where there are none, and what to raise for their form, if it is wrong."""
    wrong = None
    try:
        compare(losses, [0.0] * epochs, scale=ANY, what=LOSSES)
    except Failed as failed:
        wrong = failed
    items = _items(losses)
    known = items is not None and all(map(_is_number, items))
    numbers = tuple(map(_number, items)) if items is not None and known else None
    return (numbers if numbers is not None and all(map(math.isfinite, numbers)) else None), wrong


def _items(losses: Any) -> list[Any] | None:
    """Return the single losses of a list, a tuple, a tensor or a lone number."""
    if isinstance(losses, Tensor):
        return list(losses.flatten())
    if isinstance(losses, (list, tuple)):
        return list(losses)
    return [losses] if _is_number(losses) else None


def _is_number(loss: Any) -> bool:
    return isinstance(loss, (int, float, Tensor)) and not isinstance(loss, bool)


def _number(loss: float | Tensor) -> float:
    """Return a loss as a float; the errors of the single elements are summed."""
    return float(loss.double().sum()) if isinstance(loss, Tensor) else as_float(loss)
