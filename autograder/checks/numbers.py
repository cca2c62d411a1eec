"""Numbers that a student returned, as floats."""

from __future__ import annotations

import math
from typing import SupportsFloat


def as_float(number: SupportsFloat) -> float:
    """Return a number or a one-element tensor as a float; an int that no float can hold is infinite."""
    try:
        return float(number)
    except OverflowError:
        return math.inf
