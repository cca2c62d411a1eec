"""Numbers rounded for a fingerprint: answers with one mistake may differ by rounding errors."""

from __future__ import annotations

DECIMALS, DIGITS = 3, 5
MOST_ELEMENTS = 100_000


def rounded(number: float) -> str:
    """Return a number with as many decimals and digits as count."""
    return f"{round(number, DECIMALS) + 0.0:.{DIGITS}g}"
