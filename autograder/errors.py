"""The two ways a command ends badly, each with one clear line for the person at the terminal."""

from __future__ import annotations


class UsageError(Exception):
    """What was asked for cannot be done as asked; the text says what to do next. Exit code 2."""


class GraderError(Exception):
    """The grader itself failed; nobody's marks are touched by it. Exit code 3."""
