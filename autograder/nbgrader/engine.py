"""The shard that grades for nbgrader: one for each run of a command, in a process of its own."""

from __future__ import annotations

from weakref import WeakKeyDictionary, finalize

from autograder.course.errors import GraderError
from autograder.course.manifest import Assignment, Course
from autograder.results.digest import digest, digest_of_checks
from autograder.runs.grading import Graded, Grading
from autograder.runs.handle import Shard
from autograder.submissions.handin import Handin


class Engine:
    """Grades the hand-ins of an assignment, one of them while nbgrader is busy with another.

    Once the grader has failed, it is not tried again.
    """

    def __init__(self, course: Course, assignment: Assignment, seed: str) -> None:
        self._job = Grading(course, [assignment], seed, notebooks=True)
        self._shard = Shard(self._job, None)
        self._graded: dict[Handin, Graded] = {}
        self._failure = ""
        self.close = finalize(self, self._shard.close)

    def begin(self, handin: Handin) -> None:
        """Let the shard grade a hand-in if it has nothing else to do; `grade` will ask for the result."""
        if self._shard.task is None and handin not in self._graded and not self._failure:
            self._shard.give(handin, 1)

    def grade(self, handin: Handin) -> Graded:
        """Return the result of a hand-in and the tracebacks of any faults of ours; raise `GraderError` without one."""
        while handin not in self._graded:
            self.begin(handin)
            if self._failure:
                raise GraderError(self._failure)
            self._wait()
        return self._graded.pop(handin)

    def _wait(self) -> None:
        """Keep the result of the hand-in that the shard has; raise `GraderError` when the grader fails at it."""
        handin = self._shard.task
        assert handin is not None
        try:
            answer = self._shard.answer()
        except GraderError as error:
            self._failure = str(error)
            raise
        if answer is not None:
            self._graded[handin] = answer
        else:
            self._try_again(handin, self._shard.attempt)

    def _try_again(self, handin: Handin, attempt: int) -> None:
        """Hand a hand-in that the shard has died of to another one, or give it up."""
        self._shard.replace()
        if attempt < self._job.attempts:
            self._shard.give(handin, attempt + 1)
        else:
            self._graded[handin] = self._job.give_up(handin)


_engines: WeakKeyDictionary[object, tuple[str, Engine]] = WeakKeyDictionary()


def engine_of(owner: object, course: Course, assignment: Assignment, seed: str) -> Engine:
    """Return the engine that lives as long as `owner` and grades with the suite as it is now."""
    made_from = digest(seed, repr(course.limits), digest_of_checks(course, assignment, assignment.exercises))
    earlier, engine = _engines.get(owner, ("", None))
    if engine is None or made_from != earlier:
        close_engine_of(owner)
        engine = Engine(course, assignment, seed)
        _engines[owner] = made_from, engine
    return engine


def close_engine_of(owner: object) -> None:
    """End the engine of `owner`, if it has one; the next is a new one."""
    _, engine = _engines.pop(owner, ("", None))
    if engine is not None:
        engine.close()
