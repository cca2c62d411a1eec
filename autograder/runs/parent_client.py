"""The pool's end of the parent of its shards: start it, order shards from it, replace it when it is lost."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from typing import Any

from autograder.course.libraries import require_libraries
from autograder.runs.job import Job
from autograder.sandbox.levels import strongest, usable_layers

SHARD_SECONDS = 10  # to end
PARENT_SECONDS = 20  # to end, and to end its shards before
ONE_THREAD = {"OMP_NUM_THREADS": "1"}  # every shard keeps to its core


class Life:
    """The pool's end of what a shard holds while it lives: the shard says its process id there, then nothing."""

    def __init__(self, end: Connection) -> None:
        self._end = end
        self._pid = 0

    def has_begun(self, seconds: float = 0.0) -> bool:
        """Tell whether the shard has ever begun, waiting so long for it; its parent may have died before."""
        with contextlib.suppress(EOFError, OSError):
            if not self._pid and self._end.poll(seconds):
                self._pid = self._end.recv()
        return bool(self._pid)

    def end(self) -> None:
        """Wait until the shard has ended by itself, and kill it if that takes too long."""
        with self._end, contextlib.suppress(EOFError, OSError):
            if self.has_begun(SHARD_SECONDS):
                if not self._end.poll(SHARD_SECONDS):
                    os.kill(self._pid, signal.SIGKILL)
                self._end.recv()


class ShardParent:
    """The parent of the shards of a job, at most so many at the same time; it starts at once.

    Raises `UsageError` where a library of the course is not installed or the level of isolation is too weak.
    """

    def __init__(self, job: Job[Any, Any, Any], shards: int) -> None:
        require_libraries(job.course)
        level = strongest(job.course.limits.isolation)
        self._message = job, shards, level, usable_layers(level)
        self._launch()

    def start_shard(self, core: int | None, number: int) -> tuple[Connection, Life]:
        """Order the shard of a number, counted from 0; return the connection for its tasks and what tells its end."""
        tasks, their_tasks = multiprocessing.Pipe()
        life, their_life = multiprocessing.Pipe(duplex=False)
        with their_tasks, their_life:
            try:
                self._order(core, number, their_tasks, their_life)
            except OSError:  # the parent was killed; its shards live on
                self.close()
                self._launch()
                with contextlib.suppress(OSError):  # found out when the shard does not answer
                    self._order(core, number, their_tasks, their_life)
        return tasks, Life(life)

    def expect_end(self) -> None:
        """Let the parent end when its shards have ended, and interrupt what it imports."""
        self._process.terminate()

    def close(self) -> None:
        """End the parent and all its shards, and wait until it has cleaned up."""
        self._connection.close()
        self._process.terminate()
        try:
            self._process.wait(PARENT_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _launch(self) -> None:
        self._connection, theirs = multiprocessing.Pipe()
        with theirs:
            command = [sys.executable, "-P", "-m", "autograder.runs.parent", str(theirs.fileno())]
            self._process = subprocess.Popen(command, env=os.environ | ONE_THREAD, pass_fds=(theirs.fileno(),))
        with contextlib.suppress(OSError):
            self._connection.send(self._message)

    def _order(self, core: int | None, number: int, tasks: Connection, life: Connection) -> None:
        self._connection.send((core, number))
        for connection in (tasks, life):
            send_handle(self._connection, connection.fileno(), self._process.pid)
