"""Proofs in parallel: one process per core, each with a warm parent of its own."""

from __future__ import annotations

import atexit
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.queues import SimpleQueue
from typing import TYPE_CHECKING

from autograder.engine.pool import cores_for
from autograder.errors import GraderError
from autograder.manifest import Assignment, Course, Exercise
from autograder.prove.proof import Proof
from autograder.worker import limits

if TYPE_CHECKING:
    from autograder.engine.zygote import Zygote

Task = tuple[Assignment, Exercise, str]  # the seed comes last
_bench: tuple[Course, Zygote] | None = None  # what a process of the pool works with


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
    """Make this process ready to work: on one core, with a warm parent that ends with it."""
    global _bench
    from autograder.engine import isolation
    from autograder.engine.zygote import Zygote

    limits.die_with_parent()
    core = cores.get()
    if core is not None:
        os.sched_setaffinity(0, {core})
    zygote = Zygote(course.limits, isolation.strongest(), core)
    zygote.settle()
    atexit.register(zygote.close)
    _bench = course, zygote


def _work(task: Task) -> Proof:
    from autograder.prove.prover import prove

    assert _bench is not None
    (course, zygote), (assignment, exercise, seed) = _bench, task
    return prove(course, assignment, exercise, seed, zygote)
