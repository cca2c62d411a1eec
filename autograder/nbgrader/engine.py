"""The shard that grades for nbgrader: one for each run of a command, in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.util import Finalize
from typing import Any
from weakref import WeakKeyDictionary

from autograder.engine.pool import ATTEMPTS, Shard
from autograder.engine.result import Result
from autograder.errors import GraderError
from autograder.manifest import Assignment, Course
from autograder.submission.find import Handin

THREADS = "OMP_NUM_THREADS"


class Engine:
    """Grades one hand-in of an assignment after another; once the grader has failed, it is not tried again."""

    def __init__(self, course: Course, assignment: Assignment, seed: str) -> None:
        with _one_thread():
            self._shard = Shard(course, [assignment], seed, None)
        self._failure = ""
        self.assignment = assignment
        self.close = self._shard.close

    def grade(self, handin: Handin) -> tuple[Result, list[str]]:
        """Return the result of a hand-in and the tracebacks of any faults of ours; raise `GraderError` without one."""
        if self._failure:
            raise GraderError(self._failure)
        for attempt in range(1, ATTEMPTS + 1):
            self._shard.give(handin, attempt)
            try:
                answer = self._shard.answer()
            except GraderError as error:
                self._failure = str(error)
                raise
            if answer is not None:
                return answer
            self._shard.start()
        raise GraderError(f"The grading process died of {handin.student}/{handin.assignment}, {ATTEMPTS} times.")


_engines: WeakKeyDictionary[Any, Engine] = WeakKeyDictionary()


def engine_of(owner: object, course: Course, assignment: Assignment, seed: str) -> Engine:
    """Return the engine that lives as long as `owner`, which is nbgrader's exporter: it makes one for each run."""
    engine = _engines.get(owner)
    if engine is None or engine.assignment != assignment:
        _engines[owner] = engine = Engine(course, assignment, seed)
        # At exit this comes before multiprocessing waits for its children, which would be for ever.
        Finalize(owner, engine.close, exitpriority=10)
    return engine


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let processes that are started here compute in one thread; in a server, others are left as they are."""
    before = os.environ.get(THREADS)
    os.environ[THREADS] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[THREADS]
        else:
            os.environ[THREADS] = before
