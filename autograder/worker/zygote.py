"""The warm parent: it imports torch once and forks a worker for each submission.

It runs no student code and knows no answers. It obeys a control socket: `start` (with the worker's socket
and bookmark as descriptors) forks, `stop` ends the worker with everything it started and empties its folder,
`lost` does the same to a worker that does not answer any more, after a moment in which it may end by itself.
"""

from __future__ import annotations

import gc
import json
import os
import socket
import sys
import tempfile
import threading
from typing import Any, NoReturn

from . import limits
from .lockdown import Lockdown, make_lockdown
from .remove import remove
from .serve import Server
from .wire import BOOKMARK

PRELOADED = (
    "matplotlib.pyplot",
    "torch.optim",
    "torch._dynamo",
    "numpy.lib.stride_tricks",
    "collections",
    "itertools",
    "functools",
    "dataclasses",
)
JOIN_SECONDS = 10
DYING_SECONDS = 0.5  # from hanging up to being a process that has ended


def main(settings: dict[str, Any]) -> None:
    """Preload, report readiness, then obey the control socket until it closes."""
    control = socket.socket(fileno=settings["control"])
    scratch = settings["scratch"]
    preload()
    used, uid = limits.in_use(), settings["uid"]
    settings["address_bytes"] = used["VmSize"] + settings["memory_bytes"]
    settings["data_bytes"] = used["VmData"] + settings["memory_bytes"]
    settings["processes"] = limits.PROCESSES + limits.processes_of(os.getuid() if uid is None else uid)
    lockdown = make_lockdown(settings, [scratch])
    limits.close_memory()
    limits.adopt_orphans()
    if settings["core"] is not None:
        os.sched_setaffinity(0, {settings["core"]})  # beside the grader that waits for it
    control.send(json.dumps({"threads": len(os.listdir("/proc/self/task"))}).encode())
    obey(control, settings, lockdown, scratch)
    limits.end_children()
    os._exit(0)  # an interpreter with so many libraries takes long to clean up behind itself


def obey(control: socket.socket, settings: dict[str, Any], lockdown: Lockdown | None, scratch: str) -> None:
    """Start and stop workers, one at a time, as the control socket says."""
    worker = 0
    while True:
        order, descriptors, _, _ = socket.recv_fds(control, 1024, 2)
        if not order:
            return
        if order == b"start":
            worker = os.fork()
            if worker == 0:
                live(control, descriptors, settings, lockdown)
            for descriptor in descriptors:
                os.close(descriptor)
            control.send(b"{}")
        else:
            patience = DYING_SECONDS if order == b"lost" else 0.0
            control.send(json.dumps({"status": stop(worker, scratch, patience)}).encode())


def preload() -> None:
    """Import what submissions use, so that a worker costs a fork and not an import."""
    import importlib

    for name in PRELOADED:
        importlib.import_module(name)
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(JOIN_SECONDS)  # an import may have started a helper, matplotlib's font timer for one
    gc.collect()
    gc.freeze()


def live(
    control: socket.socket, descriptors: list[int], settings: dict[str, Any], lockdown: Lockdown | None
) -> NoReturn:
    """Be a worker: leave the parent behind, take the limits, serve, and never return."""
    try:
        control.close()
        sock, bookmark = descriptors
        limits.detach(keep=(sock, bookmark, *([lockdown.descriptor] if lockdown else [])))
        enter_folder(settings["scratch"], settings["uid"])
        limits.apply(settings)
        limits.become(settings["uid"], settings["reads_all"])
        limits.die_with_parent()
        connection = socket.socket(fileno=sock)
        lock = lockdown.apply if lockdown else lambda: None
        server = Server(connection, settings["reply_bytes"], lambda *at: mark(bookmark, *at), lock)
        server.run()
    finally:
        os._exit(0)


def enter_folder(scratch: str, uid: int | None) -> None:
    """Make this worker's private folder, and go there."""
    folder = tempfile.mkdtemp(prefix="worker-", dir=scratch)
    if uid is not None:
        os.chown(folder, uid, uid)
    os.chdir(folder)


def mark(descriptor: int, cell: int, index: int) -> None:
    """Note which statement is about to run, where the grader can read it after the worker is gone."""
    os.pwrite(descriptor, BOOKMARK.pack(cell, index), 0)


def stop(worker: int, scratch: str, patience: float) -> int | None:
    """Kill the worker and every process it left behind and empty the scratch folder.

    Return the wait status of a worker that ended by itself, None for one that had to be killed here.
    """
    by_itself = limits.has_ended(worker, patience)
    status = limits.end_children(worker)
    for entry in os.listdir(scratch):
        remove(os.path.join(scratch, entry))
    return status if by_itself else None


def boot() -> None:
    """Start from a command line whose last word is the settings."""
    settings = json.loads(sys.argv[-1])
    sys.argv = [""]
    main(settings)
