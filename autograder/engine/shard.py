"""A shard: one trusted process on one core that grades hand-ins with its own warm parent.

`autograder.engine.pool` starts it, with the descriptor of their connection as its only argument.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import threading
from multiprocessing.connection import Connection

from autograder.engine import isolation
from autograder.engine.zygote import Zygote
from autograder.errors import GraderError, UsageError
from autograder.manifest import Assignment, Course
from autograder.worker import offspring


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


def run_shard(
    connection: Connection, course: Course, assignments: list[Assignment], seed: str, core: int | None
) -> None:
    """Receive hand-ins until None comes, send a (result, faults) pair for each; a `GraderError` is sent as itself."""
    zygote = None
    offspring.adopt_orphans()
    try:
        zygote = Zygote(course.limits, isolation.strongest(course.limits.isolation), core)
        serve(connection, course, assignments, seed, zygote, core)
    except (KeyboardInterrupt, EOFError, BrokenPipeError):
        pass
    except (GraderError, UsageError, OSError) as error:
        with contextlib.suppress(OSError):
            connection.send(GraderError(str(error)))
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # nothing may come between here and the end of the workers
        if zygote is not None:
            zygote.close()


def serve(
    connection: Connection, course: Course, assignments: list[Assignment], seed: str, zygote: Zygote, core: int | None
) -> None:
    """Collect the suites while the warm parent warms up, then grade what comes."""
    from autograder.engine.grade import Grader
    from autograder.engine.suites import Suites, use_suites

    def use(suites: Suites) -> None:
        if core is not None:
            os.sched_setaffinity(0, {core})  # only now: until here this process and the warm parent start side by side
        zygote.wait_until_ready()
        grader = Grader(course, assignments, suites, zygote, seed)
        while (handin := connection.recv()) is not None:
            connection.send(grader.grade(handin))

    use_suites(course, assignments, seed, use)


if __name__ == "__main__":
    main()
