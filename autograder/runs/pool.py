"""A class in parallel: one shard per core, fed one hand-in at a time, replaced when it dies."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import wait

from autograder.course.errors import GraderError
from autograder.course.manifest import Assignment, Course
from autograder.results.model import Result, broken_result
from autograder.submissions.find import Handin

ATTEMPTS = 3
GOODBYE_SECONDS = 10
ONE_THREAD = {"OMP_NUM_THREADS": "1"}  # every shard keeps to its core
Graded = tuple[Result, list[str]]
Waiting = tuple[Handin, int]


class Shard:
    """The pool's end of a shard, and the hand-in it is working on."""

    def __init__(self, course: Course, assignments: list[Assignment], seed: str, core: int | None) -> None:
        self._arguments = (course, assignments, seed, core)
        self.handin: Handin | None = None
        self.attempt = 0
        self.start()

    def start(self) -> None:
        """Start a process for this shard."""
        self.connection, theirs = multiprocessing.Pipe()
        with theirs:
            command = [sys.executable, "-P", "-m", "autograder.runs.shard", str(theirs.fileno())]
            self._process = subprocess.Popen(command, env=os.environ | ONE_THREAD, pass_fds=(theirs.fileno(),))
        self._send(self._arguments)

    def grade(self, handin: Handin) -> Graded:
        """Return the result of a hand-in, and wait for it; one at which the shard dies again and again is broken."""
        course, _, seed, _ = self._arguments
        for attempt in range(1, ATTEMPTS + 1):
            self.give(handin, attempt)
            if (answer := self.answer()) is not None:
                return answer
            self.replace()
        return broken_result(handin.student, course.assignments[handin.assignment], seed), []

    def give(self, handin: Handin, attempt: int) -> None:
        """Hand over the next piece of work; a shard that is gone is found out when it does not answer."""
        self.handin, self.attempt = handin, attempt
        self._send(handin)

    def answer(self) -> Graded | None:
        """Return what the shard made of its hand-in, or None if it died of it; raise its `GraderError`."""
        try:
            answer: Graded | GraderError = self.connection.recv()
        except (EOFError, OSError):
            return None
        self.handin = None
        if isinstance(answer, GraderError):
            raise answer
        return answer

    def replace(self) -> None:
        """Start another process in the place of one that died."""
        self.close()
        self.handin = None
        self.start()

    def close(self) -> None:
        """Let an idle shard go, interrupt a busy one, and wait until it has cleaned up."""
        if self.handin is None:
            self._send(None)
        else:
            self.connection.close()
        try:
            self._process.wait(GOODBYE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self.connection.close()

    def _send(self, message: object) -> None:
        with contextlib.suppress(OSError):
            self.connection.send(message)


def grade_class(course: Course, handins: Sequence[Handin], seed: str, jobs: int) -> Iterator[Graded]:
    """Yield the result of each hand-in as it comes, with the tracebacks of any faults of ours.

    Raises `GraderError` when the grader cannot work at all.
    """
    names = {handin.assignment for handin in handins}
    assignments = [assignment for name, assignment in course.assignments.items() if name in names]
    cores = cores_for(min(jobs, len(handins)))
    shards = [Shard(course, assignments, seed, core) for core in cores]
    waiting = deque((handin, 1) for handin in handins)
    try:
        while feed(shards, waiting):
            ready = wait([shard.connection for shard in shards if shard.handin])
            for shard in shards:
                if shard.connection in ready:
                    graded = list(_collect(shard, waiting, course, seed))
                    feed(shards, waiting)  # before the caller takes its time with the result
                    yield from graded
    finally:
        for shard in shards:
            shard.close()


def cores_for(jobs: int) -> list[int | None]:
    """Return the core each shard is pinned to; none where there are more shards than cores."""
    cores = sorted(os.sched_getaffinity(0))
    return list(cores[:jobs]) if jobs <= len(cores) else [None] * jobs


def feed(shards: Sequence[Shard], waiting: deque[Waiting]) -> bool:
    """Give every idle shard the next hand-in; tell whether any shard has work."""
    for shard in shards:
        if shard.handin is None and waiting:
            shard.give(*waiting.popleft())
    return any(shard.handin for shard in shards)


def _collect(shard: Shard, waiting: deque[Waiting], course: Course, seed: str) -> Iterator[Graded]:
    handin, answer = shard.handin, shard.answer()
    assert handin is not None
    if answer is not None:
        yield answer
        return
    shard.replace()
    if shard.attempt < ATTEMPTS:
        waiting.appendleft((handin, shard.attempt + 1))
    else:
        yield broken_result(handin.student, course.assignments[handin.assignment], seed), []
