"""A parent of workers: it forks one for each submission, and other parents in which something has been prepared.

It obeys a control socket. An order is a tuple in msgpack, an answer a JSON object:

- ("start", libraries): fork a worker that has them; its socket and its progress come with the order.
- ("stop", lost): end the worker with everything it started and empty its folder; one that does not answer any more is
  given a moment in which it may end by itself.
- ("prepare", code, name, args): fork a parent in which this function has run, `args` being packed as `values` says;
  what it returns is given to the probes of all its workers. Its control socket comes with the order.
- ("optimize_for_many",): many submissions are to come, so spend some time once to make each worker cheaper.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import tempfile
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import msgpack  # type: ignore[import-untyped]

from .huge_pages import use_huge_pages
from .lockdown import Lockdown
from .preload import load, warm_up
from .serve import Server, run_code
from .shared import descendants, limits
from .shared.remove import remove
from .shared.values import unpack
from .shared.wire import PROGRESS

ORDER_BYTES = 1 << 17
DYING_SECONDS = 0.5  # from hanging up to being a process that has ended
Answer = dict[str, Any]


class Forker:
    """One parent, with at most one living worker, and the parents it forked."""

    def __init__(self, control: socket.socket, settings: dict[str, Any], lockdown: Lockdown | None) -> None:
        self._control = control
        self._settings = settings
        self._lockdown = lockdown
        self._scratch: str = settings["scratch"]
        self._worker = 0
        self._parents: set[int] = set()
        self._setup_result: tuple[object, ...] = ()

    def live(self) -> NoReturn:
        """Obey until the control socket closes, and leave nothing behind."""
        try:
            descendants.adopt_orphans()
            orders: dict[str, Callable[..., Answer]] = {
                "start": self._start,
                "stop": self._stop,
                "prepare": self._prepare,
                "optimize_for_many": self._optimize,
            }
            while True:
                order, descriptors, _, _ = socket.recv_fds(self._control, ORDER_BYTES, 2)
                if not order:
                    break
                what, *details = msgpack.unpackb(order)
                self._control.send(json.dumps(orders[what](descriptors, *details)).encode())
            descendants.end_children()
        finally:
            os._exit(0)  # an interpreter with so many libraries takes long to clean up behind itself

    def _start(self, descriptors: Sequence[int], libraries: Sequence[str]) -> Answer:
        if missing := [name for name in libraries if name not in sys.modules]:
            load(missing)
        used = limits.in_use()  # a worker's memory is counted from what this process holds by now
        self._settings["address_bytes"] = used["VmSize"] + self._settings["memory_bytes"]
        self._settings["data_bytes"] = used["VmData"] + self._settings["memory_bytes"]
        self._worker = os.fork()
        if self._worker == 0:
            self._be_worker(*descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        return {}

    def _be_worker(self, sock: int, progress: int) -> NoReturn:
        """Leave the parent behind, take the limits, serve, and never return."""
        try:
            self._control.close()
            limits.detach(keep=(sock, progress, *([self._lockdown.descriptor] if self._lockdown else [])))
            self._enter_folder()
            limits.apply(self._settings)
            limits.drop_privileges(self._settings["uid"], self._settings["reads_all"])
            limits.die_with_parent()
            lock = self._lockdown.apply if self._lockdown else lambda: None
            connection, limit = socket.socket(fileno=sock), self._settings["reply_bytes"]
            Server(connection, limit, lambda *at: mark(progress, *at), lock, self._setup_result).run()
        finally:
            os._exit(0)

    def _enter_folder(self) -> None:
        """Make this worker's private folder, and go there."""
        folder, uid = tempfile.mkdtemp(prefix="worker-", dir=self._scratch), self._settings["uid"]
        if uid is not None:
            os.chown(folder, uid, uid)
        os.chdir(folder)

    def _stop(self, _descriptors: Sequence[int], lost: bool) -> Answer:
        """End the worker; its status is None if it had to be killed here."""
        by_itself = descendants.has_ended(self._worker, DYING_SECONDS if lost else 0.0)
        status = descendants.end_children(self._worker, spare=self._parents)
        for entry in os.listdir(self._scratch):
            remove(os.path.join(self._scratch, entry))
        return {"status": status if by_itself else None}

    def _prepare(self, descriptors: Sequence[int], code: bytes, name: str, args: bytes) -> Answer:
        parent = os.fork()
        if parent == 0:
            self._be_parent(descriptors[0], code, name, args)
        os.close(descriptors[0])
        self._parents = {one for one in self._parents if not descendants.is_over(one)} | {parent}
        return {}

    def _be_parent(self, control: int, code: bytes, name: str, args: bytes) -> None:
        """Prepare, report readiness or an error, obey a control socket of its own, and never return."""
        try:
            limits.die_with_parent()
            self._control.close()  # the one of the parent it was forked from
            self._control = socket.socket(fileno=control)
            self._parents.clear()
            try:
                self._setup_result = (run_code(code)[name](*unpack(args)),)
            except Exception as error:
                self._control.send(json.dumps({"error": f"{type(error).__name__}: {error}"[:1000]}).encode())
                return
            self._control.send(b"{}")
            self.live()
        finally:
            os._exit(0)

    def _optimize(self, _descriptors: Sequence[int]) -> Answer:
        warm_up()
        use_huge_pages()
        return {}


def mark(descriptor: int, cell: int, index: int) -> None:
    """Note which statement is about to run, where the grader can read it after the worker is gone."""
    os.pwrite(descriptor, PROGRESS.pack(cell, index), 0)
