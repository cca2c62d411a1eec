"""Running one submission: load it into a worker and run the suites of some exercises against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from autograder.course.errors import GraderError, NotGradable
from autograder.course.manifest import Assignment, Exercise, Limits
from autograder.grading.collect import Checks
from autograder.grading.course_files import given_sources, with_helper_modules
from autograder.grading.evidence import CheckRun, ExerciseRun, SubmissionRun
from autograder.grading.run_exercises import run_exercises
from autograder.submissions.read import Submission
from autograder.workers.fork_server import ForkServer
from autograder.workers.session import Session

EQUAL_TRIES = 3  # what the machine did to a worker does not happen three times at the same place
MOST_TRIES = 6
GoOn = Callable[[CheckRun], bool]  # tells whether to go on after a check


@dataclass(frozen=True)
class Try:
    """One try to run a submission: what came of it, or None where the grader itself failed.

    `killed_externally` says that a worker was killed by something other than the grader.
    """

    end: SubmissionRun | NotGradable | None
    killed_externally: bool

    def outline(self) -> object:
        """Return what two tries with the same end have in common."""
        if isinstance(self.end, SubmissionRun):
            return tuple(run.result for run in self.end.exercises), self.end.notes
        return self.end and self.end.message


class SubmissionRunner:
    """Runs submissions one after another in the workers of one fork server.

    They are run within `limits`, or where none are given within those of their assignment.
    """

    def __init__(self, checks: Checks, fork_server: ForkServer, limits: Limits | None = None) -> None:
        self._checks = checks
        self._course = checks.course
        self._fork_server = fork_server
        self._limits = limits

    def run(
        self, submission: Submission, exercises: tuple[Exercise, ...] = (), go_on: GoOn | None = None
    ) -> SubmissionRun:
        """Run the suites of `exercises`, or of the whole assignment when none are given, as long as `go_on` says yes.

        A worker may be killed by the submission or by the machine. So only an end that comes several times is
        held against a submission. Raises `NotGradable` when nothing of the submission can be run.
        """
        seen = Counter[object]()
        for _ in range(MOST_TRIES):
            one = self._try(submission, exercises, go_on)
            seen[one.outline()] += 1
            if one.end is None or (one.killed_externally and seen[one.outline()] < EQUAL_TRIES):
                continue
            if isinstance(one.end, NotGradable):
                raise one.end
            return one.end
        raise GraderError(f"Something outside the grader killed its workers in each of {MOST_TRIES} runs.")

    def run_answer(
        self, assignment: Assignment, exercise: Exercise, source: str, go_on: GoOn | None = None
    ) -> ExerciseRun:
        """Run the suite of one exercise against a submission whose only file is `source`; see `run` for `go_on`."""
        submission = Submission("", assignment.name, False, (source,), {}, ())
        (run,) = self.run(submission, (exercise,), go_on).exercises
        return run

    @contextmanager
    def session(self, submission: Submission) -> Iterator[Session]:
        """Lend a submission that is loaded and can be asked; raise `NotGradable` when nothing of it can be run."""
        session = self._session(submission, self._course.assignments[submission.assignment])
        try:
            session.load()
            yield session
        finally:
            session.close()

    def _try(self, submission: Submission, exercises: tuple[Exercise, ...], go_on: GoOn | None) -> Try:
        """Run a submission once; an error of the grader counts only where nothing killed a worker meanwhile."""
        assignment = self._course.assignments[submission.assignment]
        session = self._session(submission, assignment)
        try:
            session.load()
            runs = run_exercises(self._checks, assignment, exercises or assignment.exercises, session, go_on)
            return Try(SubmissionRun(runs, tuple(session.notes)), session.killed_externally)
        except NotGradable as problem:
            return Try(problem, session.killed_externally)
        except GraderError:
            if not session.killed_externally:
                raise
            return Try(None, killed_externally=True)
        finally:
            session.close()

    def _session(self, submission: Submission, assignment: Assignment) -> Session:
        given = given_sources(self._course.solution(assignment.name), assignment.given)
        files = with_helper_modules(submission, self._course.suites / "helper_modules")
        limits = self._limits or self._course.limits_of(assignment.name)
        return Session(self._fork_server, files, given, limits)
