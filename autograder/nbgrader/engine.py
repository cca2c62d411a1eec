"""The shard that grades for nbgrader: one for each run of a command, in a process of its own."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary, finalize

from autograder.course.errors import GraderError
from autograder.course.manifest import Assignment, Course
from autograder.runs.grading import Graded, Grading
from autograder.runs.handle import Shard
from autograder.submissions.find import Handin


class Engine:
    """Grades one hand-in of an assignment after another; once the grader has failed, it is not tried again."""

    def __init__(self, course: Course, assignment: Assignment, seed: str) -> None:
        self._shard = Shard(Grading(course, [assignment], seed), None)
        self._failure = ""
        self.assignment = assignment
        self.close = self._shard.close

    def grade(self, handin: Handin) -> Graded:
        """Return the result of a hand-in and the tracebacks of any faults of ours; raise `GraderError` without one."""
        if self._failure:
            raise GraderError(self._failure)
        try:
            return self._shard.run(handin)
        except GraderError as error:
            self._failure = str(error)
            raise


_engines: WeakKeyDictionary[Any, Engine] = WeakKeyDictionary()


def engine_of(owner: object, course: Course, assignment: Assignment, seed: str) -> Engine:
    """Return the engine that lives as long as `owner`, which is nbgrader's exporter: it makes one for each run."""
    engine = _engines.get(owner)
    if engine is None or engine.assignment != assignment:
        _engines[owner] = engine = Engine(course, assignment, seed)
        finalize(owner, engine.close)
    return engine
