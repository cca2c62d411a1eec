"""Limits of a worker process, and the end of everything it started."""

from __future__ import annotations

import ctypes
import os
import resource
import select
import signal
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
OPEN_FILES = 256
PROCESSES = 512
CPU_SECONDS = 600

libc = ctypes.CDLL(None)


def data_in_use() -> int:
    """Return the bytes of private data this process holds, which its children inherit."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmData"))


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent dies, so that none can escape `end_children`."""
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def detach(keep: Iterable[int]) -> None:
    """Leave the session, the descriptors and the output of the warm parent; die with it."""
    os.setsid()
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    low = 3
    for descriptor in sorted(keep):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, 1 << 16)


def apply(settings: dict[str, Any]) -> None:
    """Take the resource limits; `settings` holds `data_bytes` and `file_bytes`."""
    table = {
        resource.RLIMIT_DATA: settings["data_bytes"],
        resource.RLIMIT_FSIZE: settings["file_bytes"],
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_NPROC: PROCESSES,
        resource.RLIMIT_CPU: CPU_SECONDS,
    }
    for kind, wanted in table.items():
        hard = resource.getrlimit(kind)[1]
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (allowed, allowed))


def end_children(wanted: int = 0) -> int:
    """Kill every descendant until none is left; return the wait status of the child `wanted`.

    Killing a child hands its own children to this process, so the loop reaches all of them.
    """
    status = 0
    while children := _children():
        for pid in children:
            os.kill(pid, signal.SIGKILL)
        for pid in children:
            _, ended = os.waitpid(pid, 0)
            status = ended if pid == wanted else status
    return status


def has_ended(child: int, seconds: float) -> bool:
    """Tell whether a child ends by itself within `seconds`; its status can still be waited for."""
    descriptor = os.pidfd_open(child)
    try:
        return bool(select.select([descriptor], [], [], seconds)[0])
    finally:
        os.close(descriptor)


def _children() -> list[int]:
    return [int(pid) for pid in Path("/proc/thread-self/children").read_text().split()]
