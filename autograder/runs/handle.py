"""The pool's end of a shard: order its process, hand it a task, take the answer, end it."""

from __future__ import annotations

import contextlib
from typing import Any, Generic

from autograder.course.errors import GraderError
from autograder.runs.job import Answer, Job, Task
from autograder.runs.parent_client import ShardParent

MOST_LOST_STARTS = 5  # in a row, that no task is blamed for


class Shard(Generic[Task, Answer]):
    """A shard, and the task it is working on; `attempt` counts the shards that were handed this task.

    It is the shard of this number among those of `parent`, or has a parent of its own.
    """

    def __init__(
        self, job: Job[Any, Task, Answer], core: int | None, parent: ShardParent | None = None, number: int = 0
    ) -> None:
        self._job = job
        self._core = core
        self._number = number
        self._parent = ShardParent(job, 1) if parent is None else parent
        self._has_own_parent = parent is None
        self.task: Task | None = None
        self.attempt = 0
        self._lost_starts = 0
        self._start()

    def run(self, task: Task) -> Answer:
        """Return the answer to a task, and wait for it; raise `GraderError` when there is none."""
        attempt = 1
        while attempt <= self._job.attempts:
            self.give(task, attempt)
            if (answer := self.answer()) is not None:
                return answer
            attempt = self.next_attempt()
            self.replace()
        return self._job.give_up(task)

    def give(self, task: Task, attempt: int) -> None:
        """Hand over the next task; a shard that is gone is found out when it does not answer."""
        self.task, self.attempt = task, attempt
        self._send(task)

    def answer(self) -> Answer | None:
        """Return what the shard made of its task, or None if it died of it; raise its `GraderError`."""
        try:
            answer: Answer | GraderError = self.connection.recv()
        except (EOFError, OSError):
            return None
        self.task = None
        if isinstance(answer, GraderError):
            raise answer
        return answer

    def next_attempt(self) -> int:
        """Return the number of the next attempt at the task of a shard that has died.

        A shard that never began has not died of its task, unless that happens again and again.
        """
        self._lost_starts = 0 if self._life.has_begun() else self._lost_starts + 1
        died_of_it = not 0 < self._lost_starts <= MOST_LOST_STARTS
        return self.attempt + died_of_it

    def replace(self) -> None:
        """Start another process in the place of one that died."""
        self._end()
        self.task = None
        self._start()

    def close(self) -> None:
        """Let an idle shard go, interrupt a busy one, and wait until it has cleaned up."""
        if self._has_own_parent:
            self._parent.expect_end()
        self._end()
        if self._has_own_parent:
            self._parent.close()

    def _end(self) -> None:
        if self.task is None:
            self._send(None)
        else:
            self.connection.close()
        self._life.end()
        self.connection.close()

    def _start(self) -> None:
        self.connection, self._life = self._parent.start_shard(self._core, self._number)

    def _send(self, message: object) -> None:
        with contextlib.suppress(OSError):
            self.connection.send(message)
