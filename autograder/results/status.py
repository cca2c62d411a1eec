"""The status of a whole result as an instructor reads it, and the reason where somebody has to look at it."""

from __future__ import annotations

from autograder.course.text import NO_TEXT, Text
from autograder.results.model import ExerciseStatus, Result

GRADER_ERROR = str(ExerciseStatus.GRADER_ERROR)
FAILED_IN = Text("评分程序在这些练习中出错：{names}", "The grader failed in {names}")
FAILED_AT_ALL = Text("评分程序没有批完这份提交", "The grader did not get through this submission")


def status_of(result: Result) -> str:
    """Return `grader_error` for a result without a score, otherwise its status."""
    return GRADER_ERROR if result.score is None else result.status


def reason_of(result: Result) -> Text:
    """Return why a result is not gradable or has no score; no text where it is graded."""
    if result.score is None:
        failed = [one for one in result.exercises if one.status is ExerciseStatus.GRADER_ERROR]
        if any(one.checks for one in failed):
            return FAILED_IN.format(names=", ".join(one.name for one in failed))
        return FAILED_AT_ALL
    return result.message if result.status == "not_gradable" else NO_TEXT
