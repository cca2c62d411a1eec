"""The five outcomes of a check and the words for them, and the exceptions by which a check ends with one of them."""

from __future__ import annotations

from enum import StrEnum

from autograder.course.text import Text


class Outcome(StrEnum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_ATTEMPTED = "not_attempted"
    NOT_RUN = "not_run"
    GRADER_ERROR = "grader_error"


WORDS = {
    Outcome.PASSED: Text("通过", "passed"),
    Outcome.FAILED: Text("未通过", "failed"),
    Outcome.NOT_ATTEMPTED: Text("未作答", "not attempted"),
    Outcome.NOT_RUN: Text("未能运行", "not run"),
    Outcome.GRADER_ERROR: Text("评分程序出错", "grader error"),
}


class Verdict(Exception):
    """Ends a check with an outcome other than `passed` and a sentence for the student."""

    outcome: Outcome

    def __init__(self, message: Text) -> None:
        super().__init__(message.both())
        self.message = message


class Failed(Verdict):
    """The student's answer is not what the exercise asks for."""

    outcome = Outcome.FAILED


class Unexplained(Failed):
    """The answer is wrong, and nothing more is known about it."""


class Related(Failed):
    """The message says how the answer is related to the right one."""


class WrongValue(Failed):
    """A value is not the right one; both are kept, with the error that was allowed, to see how they are related."""

    def __init__(self, message: Text, got: object, expected: object, close: float = 0.0) -> None:
        super().__init__(message)
        self.got, self.expected, self.close = got, expected, close


class NotOwnWork(Failed):
    """The student's answer uses something ready-made where the exercise asks for own work."""


class WorkerLost(Failed):
    """The student's code ended its process or did not answer in time."""


class NotAttempted(Verdict):
    """The student left the stub as it was."""

    outcome = Outcome.NOT_ATTEMPTED


class NotRun(Verdict):
    """The check could not be run, for a reason the submission gave."""

    outcome = Outcome.NOT_RUN
