"""Settings of a process that Linux keeps behind prctl(2)."""

from __future__ import annotations

import ctypes
import os
import signal

PR_SET_PDEATHSIG = 1
PR_SET_NAME = 15

libc = ctypes.CDLL(None, use_errno=True)


def prctl(option: int, *arguments: int) -> None:
    """Set an option of this process; raise `OSError` if that fails."""
    padded = (ctypes.c_ulong(argument) for argument in (*arguments, 0, 0, 0, 0)[:4])
    if libc.prctl(option, *padded) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def die_with_parent() -> None:
    """Let the kernel kill this process when its parent dies. A change of user undoes this, so call it after one."""
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def name_process(name: str) -> None:
    """Give this process a name that lists of processes show; the kernel keeps 15 bytes of it."""
    text = ctypes.create_string_buffer(name.encode())
    prctl(PR_SET_NAME, ctypes.addressof(text))
