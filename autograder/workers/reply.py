"""What came back for one request to a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What came back for a request: a plain value or `Raised`; `lost` when the worker was lost instead."""

    args: tuple[object, ...]
    value: Any
    lost: bool = False
