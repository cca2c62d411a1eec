"""A value as a message shows it, whatever its `repr` does."""

from __future__ import annotations

LONGEST = 100  # characters


def shown(value: object) -> str:
    """Return a number in six digits, and the `repr` of anything else, cut where it is long."""
    text = f"{value:.6g}" if isinstance(value, float) else safe_repr(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def one_line(value: object) -> str:
    """Return the `repr` of a value in one line."""
    return " ".join(safe_repr(value).split())


def safe_repr(value: object) -> str:
    """Return the `repr` of a value, its type where there is none.

    A class of the student's may have a wrong one, and Python writes no number of thousands of digits.
    """
    try:
        return repr(value)
    except Exception:
        return f"<{type(value).__name__}>"
