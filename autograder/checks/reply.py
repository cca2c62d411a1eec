"""What came back for one request of a check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reply:
    """A request's arguments and its reply: a plain value or `Raised`; `lost` when the worker was lost instead.

    It is a `call` where the value is what the exercise returned for these arguments in their places.
    """

    args: tuple[object, ...]
    value: Any
    lost: bool = False
    call: bool = True
