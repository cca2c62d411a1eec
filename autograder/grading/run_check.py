"""Running one check: as the function it is, or by pytest where the check needs more of pytest."""

from __future__ import annotations

from typing import Any, cast

import pytest
from _pytest.runner import runtestprotocol
from msgspec import UNSET
from msgspec.structs import replace

from autograder.checks import Student
from autograder.checks.loaded import LoadedSubmission
from autograder.checks.relations.difference import Difference
from autograder.course.errors import GraderError
from autograder.course.manifest import Course
from autograder.course.outcome import Failed, NotOwnWork, WrongValue
from autograder.grading.attempt import require_attempt
from autograder.grading.check import Check
from autograder.grading.evidence import CheckRun, Evidence
from autograder.grading.example import example_of
from autograder.grading.fixtures import KEY, Fixtures
from autograder.grading.plugin import Report
from autograder.grading.verdict import ending_of

PHASES = 3  # set-up, call, tear-down


def run_check(
    check: Check,
    submission: LoadedSubmission,
    course: Course,
    seed: str,
    following: Check | None = None,
    known: dict[object, Any] | None = None,
) -> CheckRun:
    """Run a check against a submission.

    `following` is the next check that pytest runs: pytest tears down the fixtures that it does not share. `known` has
    the replies that its checks share.
    """
    student = Student(check.exercise, submission, check.public, known)
    fixtures = Fixtures(course, seed, check, student)
    error = refusal(check, submission, course)
    if error is None and check.arguments is not None:
        error = _call(check, fixtures, check.arguments)
    elif error is None:
        error = _run_by_pytest(check, fixtures, following)
    return finished(check, fixtures, error)


def finished(check: Check, fixtures: Fixtures, error: BaseException | None) -> CheckRun:
    """Return what became of a check that raised this, or nothing."""
    student = fixtures.student
    ending = ending_of(error, fixtures.course.suites)
    evidence = Evidence(tuple(student.replies), isinstance(error, NotOwnWork), check.public)
    result = check.result(ending.outcome, ending.message)
    failure = error if isinstance(error, Failed) else None
    difference = _difference(error, fixtures)
    if check.public and difference is not None:  # of any other check, no value may leave this process
        result = replace(result, example=example_of(difference) or UNSET)
    return CheckRun(result, evidence, ending.fault, failure, difference)


def _difference(error: BaseException | None, fixtures: Fixtures) -> Difference | None:
    """Return a wrong value beside the right one, if it was a value that was wrong."""
    replies = fixtures.student.replies
    if not isinstance(error, WrongValue) or not replies:
        return None
    right = fixtures.reference.right if replies[-1].call else None
    return Difference(error.got, error.expected, error.close, replies[-1].args, right)


def refusal(check: Check, submission: LoadedSubmission, course: Course) -> BaseException | None:
    """Return why a check is not run at all: its exercise is missing, was not attempted, or has used up its time."""
    try:
        others = {exercise.name for exercise in course.assignments[check.assignment].exercises}
        require_attempt(submission, check.exercise, others)
        submission.begin_check(check.exercise, check.public)
    except Exception as error:
        return error
    return None


def _call(check: Check, fixtures: Fixtures, arguments: tuple[str, ...]) -> BaseException | None:
    """Call a check with its fixtures; return what it raised, if anything."""
    function = cast(pytest.Function, check.item)
    try:
        function.obj(**{name: getattr(fixtures, name) for name in arguments})
    except (KeyboardInterrupt, pytest.exit.Exception):
        raise
    except BaseException as error:  # pytest's own outcomes are no `Exception`
        return error
    return None


def _run_by_pytest(check: Check, fixtures: Fixtures, following: Check | None) -> BaseException | None:
    """Run a check with pytest's fixtures and marks; return what was raised first, if anything."""
    check.item.stash[KEY] = fixtures
    after = following.item if following else None
    reports = cast(list[Report], runtestprotocol(check.item, log=False, nextitem=after))
    missing = None if len(reports) == PHASES else GraderError(f"pytest ran {len(reports)} of {PHASES} phases.")
    return next((report.error for report in reports if report.error is not None), missing)
