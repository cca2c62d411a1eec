"""A pool of shards, one per core: each is fed one task at a time, and replaced when it dies."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import wait
from typing import Any

from autograder.runs.handle import Shard
from autograder.runs.job import Answer, Job, Task
from autograder.runs.parent_client import ShardParent


def do_nothing(_task: object) -> None:
    """Take no notice of a task that begins."""


def run_all(
    job: Job[Any, Task, Answer], tasks: Sequence[Task], jobs: int, begins: Callable[[Task], None] = do_nothing
) -> Iterator[Answer]:
    """Yield the answer to each task as it comes, and call `begins` with each that a shard is given.

    Raises `GraderError` when the shards cannot work at all.
    """
    cores = cores_for(min(jobs, len(tasks)))
    parent = ShardParent(job, len(cores))
    shards = [Shard(job, core, parent, number) for number, core in enumerate(cores)]
    waiting = deque((task, 1) for task in tasks)
    try:
        while feed(shards, waiting, begins):
            ready = wait([shard.connection for shard in shards if shard.task is not None])
            for shard in shards:
                if shard.connection in ready:
                    answers = list(_collect(shard, job, waiting))
                    feed(shards, waiting, begins)  # before the caller takes its time with the answer
                    yield from answers
    finally:
        parent.expect_end()
        for shard in shards:
            shard.close()
        parent.close()


def cores_for(jobs: int) -> list[int | None]:
    """Return the core each shard is pinned to; none where there are more shards than cores."""
    cores = sorted(os.sched_getaffinity(0))
    return list(cores[:jobs]) if jobs <= len(cores) else [None] * jobs


def feed(
    shards: Sequence[Shard[Task, Answer]], waiting: deque[tuple[Task, int]], begins: Callable[[Task], None]
) -> bool:
    """Give every idle shard the next task, each with the number of its attempt; tell whether any shard has work."""
    for shard in shards:
        if shard.task is None and waiting:
            task, attempt = waiting.popleft()
            shard.give(task, attempt)
            begins(task)
    return any(shard.task is not None for shard in shards)


def _collect(
    shard: Shard[Task, Answer], job: Job[Any, Task, Answer], waiting: deque[tuple[Task, int]]
) -> Iterator[Answer]:
    """Yield the answer of a shard that is ready; a task it died of waits again, in the first place, or is given up."""
    task, answer = shard.task, shard.answer()
    assert task is not None
    if answer is not None:
        yield answer
        return
    attempt = shard.next_attempt()
    shard.replace()
    if attempt <= job.attempts:
        waiting.appendleft((task, attempt))
    else:
        yield job.give_up(task)
