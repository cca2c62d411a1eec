"""A class in parallel: one shard per core, fed one hand-in at a time, replaced when it dies."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import wait

from autograder.engine.result import Result, broken_result
from autograder.engine.shard import run_shard
from autograder.errors import GraderError
from autograder.manifest import Assignment, Course
from autograder.submission.find import Handin

ATTEMPTS = 2
GOODBYE_SECONDS = 10
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
        """Start a process for this shard; an earlier one is gone."""
        self.connection, theirs = multiprocessing.Pipe()
        context = multiprocessing.get_context("spawn")
        self._process = context.Process(target=run_shard, args=(theirs, *self._arguments))
        self._process.start()
        theirs.close()

    def give(self, handin: Handin, attempt: int) -> None:
        """Hand over the next piece of work; a shard that is gone is found out when it does not answer."""
        self.handin, self.attempt = handin, attempt
        with contextlib.suppress(OSError):
            self.connection.send(handin)

    def answer(self) -> Graded | None:
        """Return what the shard made of its hand-in, or None if it died of it; raise its `GraderError`."""
        try:
            answer: Graded | GraderError = self.connection.recv()
        except (EOFError, OSError):
            return None
        if isinstance(answer, GraderError):
            raise answer
        return answer

    def close(self) -> None:
        """Tell the shard that there is no more, and wait until it has cleaned up."""
        with contextlib.suppress(OSError):
            self.connection.send(None)
        self.connection.close()
        self._process.join(GOODBYE_SECONDS)
        self._process.kill()
        self._process.join()


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
                    yield from _collect(shard, waiting, course, seed)
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
    shard.handin = None
    if answer is not None:
        yield answer
        return
    shard.start()
    if shard.attempt < ATTEMPTS:
        waiting.appendleft((handin, shard.attempt + 1))
    else:
        yield broken_result(handin.student, course.assignments[handin.assignment], seed), []
