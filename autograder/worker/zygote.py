"""The warm parent: it imports torch once and forks a worker for each submission.

It runs no student code and knows no answers. It obeys a control socket: `start` (with the worker's socket
and bookmark as descriptors, and the names of libraries it has to have) forks, `stop` ends the worker with everything
it started and empties its folder, `lost` does the same to a worker that does not answer any more, after a moment in
which it may end by itself.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import tempfile
from typing import Any, NoReturn

from . import limits
from .lockdown import Lockdown, make_lockdown
from .preload import FIRST, LATER, load
from .remove import remove
from .serve import Server
from .wire import BOOKMARK

DYING_SECONDS = 0.5  # from hanging up to being a process that has ended


def main(settings: dict[str, Any]) -> None:
    """Preload, report readiness, then obey the control socket until it closes."""
    control = socket.socket(fileno=settings["control"])
    scratch = settings["scratch"]
    load(FIRST)
    uid = settings["uid"]
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
    """Start and stop workers, one at a time, as the control socket says.

    The first has the libraries it asks for, so that a single submission waits for no other; all later ones have all.
    """
    worker, missing = 0, list(LATER)
    while True:
        order, descriptors, _, _ = socket.recv_fds(control, 1024, 2)
        if not order:
            return
        what, *names = order.decode().split()
        if what == "start":
            if awaited := [name for name in missing if worker or name in names]:
                load(awaited)
                missing = [name for name in missing if name not in awaited]
            worker = fork(control, descriptors, settings, lockdown)
            control.send(b"{}")
        else:
            patience = DYING_SECONDS if what == "lost" else 0.0
            control.send(json.dumps({"status": stop(worker, scratch, patience)}).encode())


def fork(control: socket.socket, descriptors: list[int], settings: dict[str, Any], lockdown: Lockdown | None) -> int:
    """Start a worker and return its process; its memory is counted from what this process holds by then."""
    used = limits.in_use()
    settings["address_bytes"] = used["VmSize"] + settings["memory_bytes"]
    settings["data_bytes"] = used["VmData"] + settings["memory_bytes"]
    worker = os.fork()
    if worker == 0:
        live(control, descriptors, settings, lockdown)
    for descriptor in descriptors:
        os.close(descriptor)
    return worker


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
