"""The relation that is told of wrong values."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.course.text import Text


@dataclass(frozen=True)
class Told:
    """The sentence that is told, and the places of the wrong values of which it is true."""

    sentence: Text
    places: tuple[int, ...]
