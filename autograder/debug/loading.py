"""Loading the answer that a suite is tried on: into this process, or into a worker."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from contextlib import closing, contextmanager

from autograder.checks.loaded import LoadedSubmission
from autograder.course.errors import NotGradable
from autograder.course.manifest import Course
from autograder.debug.answers import Answer
from autograder.grading.course_files import given_sources, with_helper_modules
from autograder.in_process.program import LoadedHere, loaded_here
from autograder.sandbox.levels import strongest
from autograder.submissions.read import Submission
from autograder.workers.fork_server import ForkServer
from autograder.workers.loader import UNPARSED, describe_note
from autograder.workers.session import Session


@contextmanager
def loaded(course: Course, answer: Answer, sandboxed: bool) -> Iterator[LoadedSubmission]:
    """Lend a loaded answer; raise `NotGradable` where nothing of it can be run.

    Raises `UsageError` where it is to run in a sandbox, and this machine has not the one that the manifest asks for.
    """
    submission = with_helper_modules(answer.submission, course.suites / "helper_modules")
    given = given_sources(course.solution(submission.assignment), course.assignments[submission.assignment].given)
    lend = _in_worker(course, submission, given) if sandboxed else _here(course, answer, submission, given)
    with lend as one:
        yield one


@contextmanager
def _in_worker(course: Course, submission: Submission, given: dict[str, str]) -> Iterator[Session]:
    with (
        closing(ForkServer(course.limits, strongest(course.limits.isolation))) as server,
        closing(Session(server, submission, given, course.limits)) as session,
    ):
        session.load()
        yield session


@contextmanager
def _here(course: Course, answer: Answer, submission: Submission, given: dict[str, str]) -> Iterator[LoadedHere]:
    with loaded_here(submission, answer.path, given, course.limits.reply_mb << 20) as here:
        for error in here.errors:
            _show(error, answer)
        if not here.parsed:
            raise NotGradable(UNPARSED.format(reason=describe_note(here.notes[0])))
        yield here


def _show(error: BaseException, answer: Answer) -> None:
    """Print the traceback of a statement that failed, without the frames of the engine that ran it."""
    at = error.__traceback__
    while at is not None and at.tb_frame.f_code.co_filename != answer.path and at.tb_frame.f_code.co_name != "<module>":
        at = at.tb_next
    print(f"While {answer.name} was loaded:", file=sys.stderr)  # noqa: T201 - a pytest plugin has no other place
    traceback.print_exception(error.with_traceback(at or error.__traceback__))
