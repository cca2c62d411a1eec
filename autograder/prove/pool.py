"""Proofs in parallel: one process per core, each with a fork server of its own."""

from __future__ import annotations

import atexit
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.queues import SimpleQueue
from typing import TYPE_CHECKING

from autograder.course.errors import GraderError
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.prove.proof import Proof
from autograder.runs.pool import cores_for
from autograder.worker.shared.prctl import die_with_parent

if TYPE_CHECKING:
    from autograder.workers.fork_server import ForkServer

Task = tuple[Assignment, Exercise, str]  # the seed comes last
_bench: tuple[Course, ForkServer] | None = None  # what a process of the pool works with


def prove_all(course: Course, tasks: Sequence[Task], jobs: int) -> Iterator[Proof]:
    """Yield the proof of each task as it comes; raise `GraderError` when a process dies."""
    context = multiprocessing.get_context("spawn")
    cores: SimpleQueue[int | None] = context.SimpleQueue()
    chosen = cores_for(min(jobs, len(tasks)))
    for core in chosen:
        cores.put(core)
    with ProcessPoolExecutor(len(chosen), context, _start, (course, cores)) as executor:
        try:
            for future in as_completed([executor.submit(_work, task) for task in tasks]):
                yield future.result()
        except BrokenProcessPool:
            raise GraderError("A process of the proof died.") from None
        finally:
            executor.shutdown(cancel_futures=True)


def _start(course: Course, cores: SimpleQueue[int | None]) -> None:
    """Make this process ready to work: on one core, with a fork server that ends with it."""
    global _bench
    from autograder.sandbox import levels
    from autograder.workers.fork_server import ForkServer

    die_with_parent()
    core = cores.get()
    if core is not None:
        os.sched_setaffinity(0, {core})
    fork_server = ForkServer(course.limits, levels.strongest(), core)
    fork_server.optimize_for_many()
    atexit.register(fork_server.close)
    _bench = course, fork_server


def _work(task: Task) -> Proof:
    from autograder.prove.prover import prove

    assert _bench is not None
    (course, fork_server), (assignment, exercise, seed) = _bench, task
    return prove(course, assignment, exercise, seed, fork_server)
