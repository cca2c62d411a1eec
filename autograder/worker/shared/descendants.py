"""Finding and ending everything that a process started, directly or indirectly."""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
from collections.abc import Collection
from pathlib import Path

from .prctl import prctl

PR_SET_CHILD_SUBREAPER = 36
PR_GET_CHILD_SUBREAPER = 37


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent dies, so that none can escape `end_children`."""
    prctl(PR_SET_CHILD_SUBREAPER, 1)


def adopts_orphans() -> bool:
    """Tell whether `adopt_orphans` was called in this process."""
    answer = ctypes.c_int(0)
    prctl(PR_GET_CHILD_SUBREAPER, ctypes.addressof(answer))
    return bool(answer.value)


def end_children(wanted: int = 0, spare: Collection[int] = ()) -> int:
    """End every descendant of this process, which adopts orphans; return the wait status of the child `wanted`.

    The children in `spare`, and whatever they started, live on.
    """
    status = 0
    end_descendants(os.getpid(), spare)
    with contextlib.suppress(ChildProcessError):
        while descendants(os.getpid(), spare):
            pid, ended = os.waitpid(-1, 0)
            status = ended if pid == wanted else status
    return status


def is_over(child: int) -> bool:
    """Tell whether a child has ended, and forget it if it has."""
    try:
        return os.waitpid(child, os.WNOHANG)[0] == child
    except ChildProcessError:
        return True


def ends_within(child: int, seconds: float) -> bool:
    """Tell whether a child ends by itself within so many seconds; its status can still be waited for."""
    descriptor = os.pidfd_open(child)
    try:
        return bool(select.select([descriptor], [], [], seconds)[0])
    finally:
        os.close(descriptor)


def end_descendants(root: int, spare: Collection[int] = ()) -> None:
    """Kill every descendant of a process; all are stopped first, so that none is started while others are killed."""
    stopped: set[int] = set()
    while new := descendants(root, spare) - stopped:
        for pid in new:
            _signal(pid, signal.SIGSTOP)
        stopped |= new
    for pid in stopped:
        _signal(pid, signal.SIGKILL)


def descendants(root: int, spare: Collection[int] = ()) -> set[int]:
    """Return the ids of the children of a process, their children and so on; none in `spare` and none below those."""
    found: set[int] = set()
    waiting = [root]
    while waiting:
        children = _children(waiting.pop()) - found - set(spare)
        found |= children
        waiting += children
    return found


def _children(pid: int) -> set[int]:
    found: set[int] = set()
    with contextlib.suppress(OSError):  # a process or thread that has ended meanwhile
        for thread in os.listdir(f"/proc/{pid}/task"):
            found |= set(map(int, Path(f"/proc/{pid}/task/{thread}/children").read_text().split()))
    return found


def _signal(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, number)
