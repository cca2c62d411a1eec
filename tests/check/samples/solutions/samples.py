"""Samples and words."""

from __future__ import annotations

import numpy as np


def centred(sample: np.ndarray) -> np.ndarray:
    """Return the sample minus its mean."""
    ### BEGIN SOLUTION
    return sample - sample.mean()
    ### END SOLUTION


def word_counts(text: str) -> dict[str, int]:
    """Return how often each word stands in a text."""
    ### BEGIN SOLUTION
    counts: dict[str, int] = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts
    ### END SOLUTION


def table(rows: int, *, sign: str = "=") -> None:
    """Print a line for each square, as in `2 * 2 = 4`."""
    ### BEGIN SOLUTION
    for number in range(1, rows + 1):
        print(f"{number} * {number} {sign} {number * number}")  # noqa: T201
    ### END SOLUTION


def total() -> None:
    """Read whole numbers, one a line, until a line is empty, and print their sum."""
    ### BEGIN SOLUTION
    total = 0
    while line := input():
        total += int(line)
    print(total)  # noqa: T201
    ### END SOLUTION


def checked_mean(sample: list[float]) -> float:
    """Return the mean; raise `ValueError` with the word "empty" for an empty sample."""
    ### BEGIN SOLUTION
    if not sample:
        raise ValueError("an empty sample has no mean")
    return sum(sample) / len(sample)
    ### END SOLUTION
