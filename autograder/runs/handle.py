"""The pool's end of a shard: start its process, hand it a task, take the answer, end it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import subprocess
import sys
from typing import Generic

from autograder.course.errors import GraderError
from autograder.runs.job import Answer, Job, Task

GOODBYE_SECONDS = 10
ONE_THREAD = {"OMP_NUM_THREADS": "1"}  # every shard keeps to its core


class Shard(Generic[Task, Answer]):
    """A shard, and the task it is working on; `attempt` counts the shards that were handed this task."""

    def __init__(self, job: Job[Task, Answer], core: int | None) -> None:
        self._job = job
        self._core = core
        self.task: Task | None = None
        self.attempt = 0
        self._start()

    def run(self, task: Task) -> Answer:
        """Return the answer to a task, and wait for it; raise `GraderError` when there is none."""
        for attempt in range(1, self._job.attempts + 1):
            self.give(task, attempt)
            if (answer := self.answer()) is not None:
                return answer
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

    def replace(self) -> None:
        """Start another process in the place of one that died."""
        self.close()
        self.task = None
        self._start()

    def close(self) -> None:
        """Let an idle shard go, interrupt a busy one, and wait until it has cleaned up."""
        if self.task is None:
            self._send(None)
        else:
            self.connection.close()
        try:
            self._process.wait(GOODBYE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self.connection.close()

    def _start(self) -> None:
        self.connection, theirs = multiprocessing.Pipe()
        with theirs:
            command = [sys.executable, "-P", "-m", "autograder.runs.shard", str(theirs.fileno())]
            self._process = subprocess.Popen(command, env=os.environ | ONE_THREAD, pass_fds=(theirs.fileno(),))
        self._send((self._job, self._core))

    def _send(self, message: object) -> None:
        with contextlib.suppress(OSError):
            self.connection.send(message)
