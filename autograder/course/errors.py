"""What a command or a submission can fail with; each carries one clear line for the person who reads it."""

from __future__ import annotations

from autograder.course.text import Text


class UsageError(Exception):
    """The command cannot do what was asked; the message says what to do next. Exit code 2."""


class GraderError(Exception):
    """The grader itself failed; it changes nobody's marks. Exit code 3."""


class NotGradable(Exception):
    """The submission cannot be graded at all; the message says why, in both languages."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.both())
        self.message = message
