"""The connection to one worker at a time: start it, exchange frames with it, end it when it is lost."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

from autograder.course.manifest import Limits
from autograder.worker.shared.values import NotPlain, pack, unpack
from autograder.worker.shared.wire import NONCE_BYTES, REQUEST_BYTES, Lost, TooSlow, receive, send
from autograder.workers.fork_server import ForkServer
from autograder.workers.worker import Worker

if TYPE_CHECKING:
    from autograder.checks.loaded import Setup


class Connection:
    """The connection to a worker, if there is one.

    `killed_externally` tells that something other than the grader killed a worker: the submission, or the machine.
    """

    def __init__(self, fork_server: ForkServer, libraries: set[str], limits: Limits) -> None:
        self._fork_server = fork_server
        self._libraries = libraries
        self._limits = limits
        self._worker: Worker | None = None
        self.killed_externally = False

    @property
    def alive(self) -> bool:
        """Whether there is a worker."""
        return self._worker is not None

    def start(self, setup: Setup | None) -> None:
        """Start a worker in which `setup` has run, if one is given."""
        self._worker = self._fork_server.start_worker(self._libraries, setup)

    def position(self) -> tuple[int, int] | None:
        """Return the statement (cell, index) that the worker began last, if any."""
        return self._worker.position() if self._worker else None

    def exchange(self, request: tuple[object, ...], deadline: float) -> Any:
        """Return the worker's answer to a request; raise `Lost` if there is none until the deadline."""
        assert self._worker is not None
        nonce = os.urandom(NONCE_BYTES)
        send(self._worker.socket, nonce, pack(request, REQUEST_BYTES), deadline)
        echoed, data = receive(self._worker.socket, largest_reply(self._limits), deadline)
        if echoed != nonce:
            raise Lost("a reply to another request")
        try:
            return unpack(data)
        except NotPlain as error:
            raise Lost(str(error)) from None

    def lose(self, lost: Lost) -> int | None:
        """End a worker that did not answer; return its wait status if it had ended by itself."""
        self._drop()
        status = self._fork_server.stop_worker(lost=not isinstance(lost, TooSlow))
        killed = status is not None and os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        self.killed_externally |= killed
        return status

    def close(self) -> None:
        """End the worker, if there is one."""
        if self._worker is not None:
            self._drop()
            self._fork_server.stop_worker()

    def _drop(self) -> None:
        assert self._worker is not None
        self._worker.close()
        self._worker = None


def largest_reply(limits: Limits) -> int:
    """Return the bytes of the longest reply: one tensor at the limit, and as much again for all that is with it."""
    return 2 * (limits.reply_mb << 20)
