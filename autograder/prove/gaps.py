"""How far a value is from the right one, where it is so little that a comparison lacks a tolerance."""

from __future__ import annotations

import math
from typing import Any

from autograder.grading.evidence import CheckRun

SLIGHT = 1e-6  # of the largest number; so much may float32 be off


def about_gap(check: CheckRun) -> str:
    """Return what to do about a check that a right answer fails by the rounding of numbers alone, "" for another."""
    failure = check.failure
    got, expected = _numbers(getattr(failure, "got", None)), _numbers(getattr(failure, "expected", None))
    if not got or len(got) != len(expected):
        return ""
    gap = max(abs(one - other) for one, other in zip(got, expected, strict=True))
    if not 0 < gap <= SLIGHT * max(map(abs, expected)):
        return ""
    return f"they differ by {gap:.1e}: give `scale=` or `rtol=` to compare"


def _numbers(value: Any) -> list[float]:
    """Return the numbers in an array, a list or a dict in their order; none where anything else is among them."""
    if hasattr(value, "tolist"):
        return _numbers(value.tolist())
    if isinstance(value, (int, float)):
        return [float(value)] if math.isfinite(value) else []
    if isinstance(value, dict):
        return _numbers(list(value.values()))
    if isinstance(value, (tuple, list)):
        parts = [_numbers(item) for item in value]
        return [number for part in parts for number in part] if all(parts) else []
    return []
