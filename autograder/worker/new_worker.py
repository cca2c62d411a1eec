"""The first steps of a worker: from the fork to the moment in which it waits for requests."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import NoReturn

from .limits import apply_limits
from .lockdown import Lockdown
from .privileges import drop_privileges
from .serve import Server
from .shared.prctl import die_with_parent, name_process
from .shared.progress import write_progress
from .shared.settings import ForkServerSettings, WorkerLimits


@dataclass(frozen=True)
class WorkerPlan:
    """How the workers of one parent are made; `setup_result` holds what its setup returned, if it ran one."""

    settings: ForkServerSettings
    most_processes: int
    lockdown: Lockdown | None
    setup_result: tuple[object, ...] = ()


def fork_worker(plan: WorkerPlan, limits: WorkerLimits, requests: int, progress: int) -> int:
    """Return the process id of a new worker, which serves the socket `requests` and notes its `progress`.

    Both of these are descriptors, and closed in this process.
    """
    worker = os.fork()
    if worker == 0:
        _run_worker(plan, limits, requests, progress)
    os.close(requests)
    os.close(progress)
    return worker


def _run_worker(plan: WorkerPlan, limits: WorkerLimits, requests: int, progress: int) -> NoReturn:
    """Leave the parent behind, apply the limits, serve, and never return."""
    try:
        keep = (requests, progress, *([plan.lockdown.descriptor] if plan.lockdown else []))
        name_process("worker")
        _detach(keep)
        settings, confinement = plan.settings, plan.settings.confinement
        _enter_private_folder(settings.scratch, confinement.uid)
        apply_limits(limits.memory_bytes, limits.file_bytes, plan.most_processes)
        drop_privileges(confinement.uid, confinement.keeps_read_access)
        die_with_parent()
        lock = plan.lockdown.apply if plan.lockdown else lambda: None
        note = partial(write_progress, progress)
        Server(socket.socket(fileno=requests), limits.reply_bytes, note, lock, plan.setup_result).run()
    finally:
        os._exit(0)


def _detach(keep: Iterable[int]) -> None:
    """Leave the session and the output of the parent, and close every other descriptor but those to `keep`."""
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    low = 3
    for descriptor in sorted(keep):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, 1 << 16)


def _enter_private_folder(scratch: str, uid: int | None) -> None:
    """Make a folder for this worker alone, and go there."""
    folder = tempfile.mkdtemp(prefix="worker-", dir=scratch)
    if uid is not None:
        os.chown(folder, uid, uid)
    os.chdir(folder)
