"""A shard: one trusted process on one core that does one task after another with its own fork server.

It is a fork of `autograder.runs.parent`, which has imported and collected what the shard needs.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import threading
import traceback
from multiprocessing.connection import Connection
from typing import Any, NamedTuple, NoReturn

from autograder.course.errors import GraderError, UsageError
from autograder.runs.job import Job
from autograder.sandbox.levels import Level
from autograder.worker.shared import descendants
from autograder.worker.shared.prctl import name_process
from autograder.workers.fork_server import ForkServer
from autograder.workers.server_parent import Place

STOPPING = (signal.SIGINT, signal.SIGTERM)


class Plan(NamedTuple):
    """What is the same for all shards: the job, what was collected for it, and the level of isolation."""

    job: Job[Any, Any, Any]
    material: Any
    level: Level


def be_shard(tasks: Connection, life: Connection, plan: Plan, core: int | None, place: Place) -> NoReturn:
    """Serve the pool until it hangs up, and never return; `life` is open as long as this process."""
    try:
        name_process("shard")
        life.send(os.getpid())
        threading.Thread(target=interrupt_when_alone, args=(tasks.fileno(),), daemon=True).start()
        with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
            run_shard(tasks, plan, core, place)
    except Exception:  # a fault of ours, which the pool sees as the death of this process
        traceback.print_exc()
    finally:
        os._exit(0)


def interrupt_when_alone(descriptor: int) -> None:
    """Wait until the pool is gone, however it ended, then interrupt the main thread in whatever it does."""
    hangup = select.poll()
    hangup.register(descriptor, 0)
    hangup.poll()
    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


def run_shard(tasks: Connection, plan: Plan, core: int | None, place: Place) -> None:
    """Receive tasks until None comes, and send the answer to each; a `GraderError` is sent as itself."""
    fork_server = None
    descendants.adopt_orphans()
    try:
        fork_server = ForkServer(plan.job.course, plan.level, core, place)
        serve(tasks, plan, core, fork_server)
    except (KeyboardInterrupt, EOFError, BrokenPipeError):
        pass
    except (GraderError, UsageError, OSError) as error:
        with contextlib.suppress(OSError):
            tasks.send(GraderError(str(error)))
    finally:
        ignore_signals()
        if fork_server is not None:
            fork_server.close()


def ignore_signals() -> None:
    """Let nothing come between here and the end of the workers."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)


def serve(tasks: Connection, plan: Plan, core: int | None, fork_server: ForkServer) -> None:
    """Make the job ready while the fork server starts, then answer the tasks that come."""
    answer = plan.job.ready(plan.material, fork_server)
    if core is not None:
        os.sched_setaffinity(0, {core})
    fork_server.wait_until_ready()
    while (task := tasks.recv()) is not None:
        tasks.send(answer(task))
