"""The parent of the shards: it imports and collects once what all of them need, then forks one for each order.

`autograder.runs.parent_client` starts it, with the descriptor of their connection as its only argument. It starts the
sandboxes of the fork servers before it imports anything slow, so that both sides become ready at the same time.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from typing import Any

from autograder.course.errors import GraderError, UsageError
from autograder.runs.job import Job
from autograder.runs.shard import STOPPING, Plan, be_shard, ignore_signals
from autograder.sandbox.layers import Layers
from autograder.sandbox.levels import Level
from autograder.sandbox.seccomp import filter_program
from autograder.worker.shared.children import Children
from autograder.worker.shared.libraries import import_with_parts
from autograder.worker.shared.prctl import name_process
from autograder.workers.server_parent import Place, close_places, make_places

GOODBYE_SECONDS = 10


def main() -> None:
    """Receive a job, the number of its shards and their isolation from the pool, then serve it until it hangs up."""
    for number in STOPPING:
        signal.signal(number, signal.default_int_handler)
    name_process("shard parent")
    try:
        with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
            connection = Connection(int(sys.argv[1]))
            run_parent(connection, *connection.recv())
    finally:
        os._exit(0)  # nothing is left to clean up, and an interpreter with many libraries takes half a second to end


def run_parent(connection: Connection, job: Job[Any, Any, Any], shards: int, level: Level, layers: Layers) -> None:
    """Fork shards as they are ordered; where the job cannot be done, answer every order with the `GraderError`."""
    children = Children()
    places: list[Place] = []
    try:
        places += make_places(layers, shards, job.course.libraries)
        for parent in {place.parent for place in places}:
            children.add(parent.pid)
        import_with_parts(job.course.libraries)  # which the shards inherit
        filter_program()  # and this
        with job.collected() as material:
            require_one_thread()
            serve(connection, children, Plan(job, material, level), places)
    except (GraderError, UsageError) as error:
        refuse(connection, GraderError(str(error)))
    finally:
        ignore_signals()
        for place in places:
            place.parent.hang_up()
        children.wait_for_all(GOODBYE_SECONDS)
        close_places(places)


def require_one_thread() -> None:
    """Take all objects out of the garbage collector's way; raise `GraderError` where a fork would lose threads."""
    gc.collect()
    gc.freeze()  # in a shard it would touch, and so copy, their memory
    threads = len(os.listdir("/proc/self/task"))
    if threads != 1:
        raise GraderError(f"The parent of the shards has {threads} threads; it must have one to be forked.")


def serve(connection: Connection, children: Children, plan: Plan, places: list[Place]) -> None:
    """Fork a shard for each order, on the core and at the place that the order names."""
    while True:
        children.wait_for(connection.fileno())
        with order_from(connection) as (core, number, tasks, life):
            pid = os.fork()
            if pid == 0:
                connection.close()
                children.leave()
                be_shard(tasks, life, plan, core, places[number])
            children.add(pid)


def refuse(connection: Connection, error: GraderError) -> None:
    """Answer every order with an error."""
    while True:
        with order_from(connection) as (_, _, tasks, _), contextlib.suppress(OSError):
            tasks.send(error)


@contextlib.contextmanager
def order_from(connection: Connection) -> Iterator[tuple[int | None, int, Connection, Connection]]:
    """Lend the next order: the core and the place of a shard, its connection, and what it holds while it lives."""
    core, number = connection.recv()
    with Connection(recv_handle(connection)) as tasks, Connection(recv_handle(connection), readable=False) as life:
        yield core, number, tasks, life


if __name__ == "__main__":
    main()
