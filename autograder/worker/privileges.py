"""What processes of the sandbox give up: their user, their capabilities, and the view into their memory."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

from .shared.prctl import libc, prctl

PR_SET_DUMPABLE = 4
PR_SET_KEEPCAPS = 8
PR_SET_NO_NEW_PRIVS = 38
CAP_DAC_READ_SEARCH = 1 << 2
CAPABILITY_VERSION = 0x20080522
KILLED_FIRST = "1000"  # the highest score: when the machine's memory is full, the kernel kills these processes first


def protect_memory() -> None:
    """Keep other processes of the same user, the workers, out of this process's memory.

    What this process forks inherits that, and is killed first when the machine's memory is full.
    """
    Path("/proc/self/oom_score_adj").write_text(KILLED_FIRST)
    prctl(PR_SET_DUMPABLE, 0)


def drop_privileges(uid: int | None, keeps_read_access: bool) -> None:
    """Give up every privilege for good, and be the user `uid` if one is given.

    With `keeps_read_access` that user may read whatever Landlock allows, as root could: the interpreter may stand in
    root's own folder.
    """
    kept = 0
    if uid is not None:
        prctl(PR_SET_KEEPCAPS, 1)
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
        kept = CAP_DAC_READ_SEARCH if keeps_read_access else 0
    header, sets = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)(kept, kept)
    if libc.capset(header, sets) != 0:
        raise OSError(ctypes.get_errno(), "capset")
    prctl(PR_SET_NO_NEW_PRIVS, 1)
