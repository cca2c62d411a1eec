"""A shard: one trusted process on one core that grades hand-ins with its own warm parent."""

from __future__ import annotations

import contextlib
import os
from multiprocessing.connection import Connection

from autograder.engine import isolation
from autograder.engine.zygote import Zygote
from autograder.errors import GraderError
from autograder.manifest import Assignment, Course


def run_shard(
    connection: Connection, course: Course, assignments: list[Assignment], seed: str, core: int | None
) -> None:
    """Receive hand-ins until None comes, send a (result, faults) pair for each; a `GraderError` is sent as itself."""
    zygote = Zygote(course.limits, isolation.strongest(), core)
    try:
        serve(connection, course, assignments, seed, zygote, core)
    except GraderError as error:
        with contextlib.suppress(OSError):
            connection.send(error)
    except (KeyboardInterrupt, EOFError, BrokenPipeError):
        pass
    finally:
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
