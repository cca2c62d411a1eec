"""Unpacking an answer that is a tuple, so that each item can be compared alone."""

from __future__ import annotations

from typing import Any

from autograder.checks import compare


def unpack(got: Any, expected: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the items of `got`; raise `Failed` unless it is a tuple as long as `expected`."""
    if not isinstance(got, tuple) or len(got) != len(expected):
        compare(got, expected)
    return tuple(got)
