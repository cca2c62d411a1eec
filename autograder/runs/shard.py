"""A shard: one trusted process on one core that does one task after another with its own fork server.

`autograder.runs.handle` starts it, with the descriptor of their connection as its only argument.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import threading
from multiprocessing.connection import Connection
from typing import Any

from autograder.course.errors import GraderError, UsageError
from autograder.runs.job import Job
from autograder.sandbox import levels
from autograder.worker.shared import descendants
from autograder.workers.fork_server import ForkServer


def main() -> None:
    """Receive the arguments of `run_shard` from the pool, then serve it until it hangs up."""
    connection = Connection(int(sys.argv[1]))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=interrupt_when_alone, args=(connection.fileno(),), daemon=True).start()
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        run_shard(connection, *connection.recv())
    os._exit(0)  # nothing is left to clean up, and an interpreter with torch takes half a second to end


def interrupt_when_alone(descriptor: int) -> None:
    """Wait until the pool is gone, however it ended, then interrupt the main thread in whatever it does."""
    hangup = select.poll()
    hangup.register(descriptor, 0)
    hangup.poll()
    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


def run_shard(connection: Connection, job: Job[Any, Any], core: int | None) -> None:
    """Receive tasks until None comes, and send the answer to each; a `GraderError` is sent as itself."""
    fork_server = None
    descendants.adopt_orphans()
    try:
        fork_server = ForkServer(job.course.limits, levels.strongest(job.course.limits.isolation), core)
        serve(connection, job, core, fork_server)
    except (KeyboardInterrupt, EOFError, BrokenPipeError):
        pass
    except (GraderError, UsageError, OSError) as error:
        with contextlib.suppress(OSError):
            connection.send(GraderError(str(error)))
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # nothing may come between here and the end of the workers
        if fork_server is not None:
            fork_server.close()


def serve(connection: Connection, job: Job[Any, Any], core: int | None, fork_server: ForkServer) -> None:
    """Make the job ready while the fork server starts, then answer the tasks that come."""
    with job.ready(fork_server) as answer:
        if core is not None:
            os.sched_setaffinity(0, {core})  # only now: until here this process and the fork server start side by side
        fork_server.wait_until_ready()
        while (task := connection.recv()) is not None:
            connection.send(answer(task))


if __name__ == "__main__":
    main()
