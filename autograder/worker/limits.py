"""Resource limits of a worker, which the kernel enforces."""

from __future__ import annotations

import os
import resource
from pathlib import Path

OPEN_FILES = 256
PROCESSES = 64  # threads count as well
CPU_SECONDS = 600


def apply_limits(memory_bytes: int, file_bytes: int, most_processes: int) -> None:
    """Apply every limit; `memory_bytes` is beyond what this process holds, `most_processes` for its user."""
    inherited = memory_in_use()
    table = {
        resource.RLIMIT_AS: inherited["VmSize"] + memory_bytes,
        resource.RLIMIT_DATA: inherited["VmData"] + memory_bytes,
        resource.RLIMIT_FSIZE: file_bytes,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_NPROC: most_processes,
        resource.RLIMIT_CPU: CPU_SECONDS,
    }
    for kind, wanted in table.items():
        hard = resource.getrlimit(kind)[1]
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (allowed, allowed))


def memory_in_use() -> dict[str, int]:
    """Return the bytes of address space (`VmSize`) and of private data (`VmData`) that this process holds."""
    lines = dict(line.split(":") for line in Path("/proc/self/status").read_text().splitlines())
    return {name: int(lines[name].split()[0]) << 10 for name in ("VmSize", "VmData")}


def most_processes_of(uid: int | None) -> int:
    """Return the limit for a worker's user (None: the user of this process) that leaves it `PROCESSES` more threads.

    The kernel holds the limit against all threads of the user, so those that run already are added.
    """
    return PROCESSES + _threads_of(os.getuid() if uid is None else uid)


def _threads_of(uid: int) -> int:
    found = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":\t", 1) for line in status.read_text(errors="replace").splitlines())
        except OSError:  # the process has ended meanwhile
            continue
        found += int(lines["Threads"]) if int(lines["Uid"].split()[0]) == uid else 0
    return found
