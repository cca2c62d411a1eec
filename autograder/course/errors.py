"""What a command or a submission can fail with; each carries one clear line for the person who reads it."""

from __future__ import annotations

from autograder.course.text import Text


class UsageError(Exception):
    """What was asked for cannot be done as asked; the text says what to do next. Exit code 2."""


class GraderError(Exception):
    """The grader itself failed; nobody's marks are touched by it. Exit code 3."""


class NotGradable(Exception):
    """The submission cannot be graded at all; the message says why, in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.both())
        self.message = message
