"""Loading the answer that a suite is tried on: into this process, or into a worker."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from importlib import import_module

from autograder.checks.loaded import LoadedSubmission
from autograder.course.errors import NotGradable, UsageError
from autograder.course.libraries import require_libraries
from autograder.course.manifest import Course
from autograder.debug.answers import Answer
from autograder.grading.course_files import given_sources, with_helper_modules
from autograder.in_process.program import LoadedHere, loaded_here
from autograder.sandbox.levels import LEVELS, UNSANDBOXED, Level, strongest, with_isolation
from autograder.submissions.read import Submission
from autograder.workers.fork_server import ForkServer
from autograder.workers.loader import UNPARSED, describe_note
from autograder.workers.session import Session

HERE = "{name} runs in this process, without the sandbox."
IN_WORKER = "{name} runs in a worker (isolation: {level}): its prints are not shown, and no breakpoint stops in it."
NO_SANDBOX = (
    "{name} is none of the course's own answers, and this machine has no sandbox for it. Run it on another machine; "
    "or read it, and run it in this process."
)
WEAKEST_SANDBOX = LEVELS[-2].name


def loaded(
    course: Course, answer: Answer, sandboxed: bool, say: Callable[[str], None]
) -> AbstractContextManager[LoadedSubmission]:
    """Lend a loaded answer, after `say` has told where it runs; raise `NotGradable` where nothing of it can be run.

    Raises `UsageError` where it is to run in a sandbox and this machine has none for it, or a library is missing.
    """
    require_libraries(course)
    for library in course.libraries:
        import_module(library)  # a probe has some of them without importing them
    submission = with_helper_modules(answer.submission, course.suites / "helper_modules")
    given = given_sources(course.solution(submission.assignment), course.assignments[submission.assignment].given)
    if not sandboxed:
        say(HERE.format(name=answer.name))
        return _here(course, answer, submission, given)
    level = _level(course, answer)
    say(IN_WORKER.format(name=answer.name, level=level.name))
    return _in_worker(course, level, submission, given)


def _level(course: Course, answer: Answer) -> Level:
    """Return the level of isolation for an answer; what may be a student's runs at none that is no sandbox."""
    if answer.own:
        return strongest()
    asked = course.limits_of(answer.submission.assignment).isolation
    weakest = WEAKEST_SANDBOX if asked == UNSANDBOXED else asked
    try:
        level = strongest(weakest)
    except UsageError:
        raise UsageError(NO_SANDBOX.format(name=answer.name)) from None
    with_isolation(course, weakest, allow_unsandboxed=False)  # refuses a course that stands where workers can read
    return level


@contextmanager
def _in_worker(course: Course, level: Level, submission: Submission, given: dict[str, str]) -> Iterator[Session]:
    limits = course.limits_of(submission.assignment)
    with (
        closing(ForkServer(course, level)) as server,
        closing(Session(server, submission, given, limits)) as session,
    ):
        session.load()
        yield session


@contextmanager
def _here(course: Course, answer: Answer, submission: Submission, given: dict[str, str]) -> Iterator[LoadedHere]:
    with loaded_here(submission, answer.path, given, course.limits_of(submission.assignment).reply_mb << 20) as here:
        for error in here.errors:
            _show(error, answer)
        if not here.parsed:
            raise NotGradable(UNPARSED.format(reason=describe_note(here.notes[0])))
        yield here


def _show(error: BaseException, answer: Answer) -> None:
    """Print the traceback of a statement that failed, without the frames of the engine that ran it."""
    at = error.__traceback__
    while at is not None and at.tb_frame.f_code.co_name != "<module>":
        at = at.tb_next
    print(f"While {answer.name} was loaded:", file=sys.stderr)  # noqa: T201 - a pytest plugin has no other place
    traceback.print_exception(error.with_traceback(at or error.__traceback__))
