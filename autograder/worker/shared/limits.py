"""Limits of a worker process, and what it gives up."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_KEEPCAPS = 8
PR_SET_NO_NEW_PRIVS = 38
CAP_DAC_READ_SEARCH = 1 << 2
CAPABILITY_VERSION = 0x20080522
OPEN_FILES = 256
PROCESSES = 64  # threads count as well
CPU_SECONDS = 600
DIES_FIRST = "1000"  # the kernel ends a worker before anything else when the machine's memory is full

libc = ctypes.CDLL(None, use_errno=True)


def control(option: int, *arguments: int) -> None:
    """Call prctl(2); raise `OSError` if it fails."""
    padded = (ctypes.c_ulong(argument) for argument in (*arguments, 0, 0, 0, 0)[:4])
    if libc.prctl(option, *padded) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def in_use() -> dict[str, int]:
    """Return the bytes of address space and of private data this process holds, which its children inherit."""
    lines = dict(line.split(":") for line in Path("/proc/self/status").read_text().splitlines())
    return {name: int(lines[name].split()[0]) << 10 for name in ("VmSize", "VmData")}


def close_memory() -> None:
    """Keep processes of the same user, the workers, out of this process's memory; what it forks inherits that."""
    Path("/proc/self/oom_score_adj").write_text(DIES_FIRST)
    control(PR_SET_DUMPABLE, 0)


def drop_privileges(uid: int | None, reads_all: bool = False) -> None:
    """Give up every privilege for good, and be the user `uid` if one is given.

    With `reads_all` that user may still read whatever the lockdown leaves open, as root could: the interpreter may
    stand in root's own folder.
    """
    kept = 0
    if uid is not None:
        control(PR_SET_KEEPCAPS, 1)
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
        kept = CAP_DAC_READ_SEARCH if reads_all else 0
    header, sets = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)(kept, kept)
    if libc.capset(header, sets) != 0:
        raise OSError(ctypes.get_errno(), "capset")
    control(PR_SET_NO_NEW_PRIVS, 1)


def die_with_parent() -> None:
    """Die when the fork server does; a change of user undoes this, so it comes after."""
    control(PR_SET_PDEATHSIG, signal.SIGKILL)


def detach(keep: Iterable[int]) -> None:
    """Leave the session, the descriptors and the output of the fork server."""
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    low = 3
    for descriptor in sorted(keep):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, 1 << 16)


def apply(settings: dict[str, Any]) -> None:
    """Take the resource limits; `settings` holds `address_bytes`, `data_bytes`, `file_bytes` and `processes`."""
    table = {
        resource.RLIMIT_AS: settings["address_bytes"],
        resource.RLIMIT_DATA: settings["data_bytes"],
        resource.RLIMIT_FSIZE: settings["file_bytes"],
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_NPROC: settings["processes"],
        resource.RLIMIT_CPU: CPU_SECONDS,
    }
    for kind, wanted in table.items():
        hard = resource.getrlimit(kind)[1]
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (allowed, allowed))


def processes_of(uid: int) -> int:
    """Return how many threads a user has: the kernel counts them all against a limit on one of them."""
    found = 0
    for task in Path("/proc").glob("[0-9]*/task"):
        try:
            found += len(os.listdir(task)) if task.stat().st_uid == uid else 0
        except OSError:  # it has ended meanwhile
            continue
    return found
