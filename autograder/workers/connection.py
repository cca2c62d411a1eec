"""The connection to one worker at a time: start it, exchange frames with it, end it when it is lost."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Any

from autograder.course.manifest import Limits
from autograder.worker.shared.messages import MAX_NODES, longest_reply
from autograder.worker.shared.unpack import unpack_reply
from autograder.worker.shared.values import NotPlain, TooMuch
from autograder.worker.shared.wire import NONCE_BYTES, Lost, TooLarge, TooSlow, receive, send
from autograder.workers.fork_server import ForkServer
from autograder.workers.requests import pack_request
from autograder.workers.time_limit import Stopwatch, TimeLimit
from autograder.workers.worker import Worker

if TYPE_CHECKING:
    from autograder.checks.loaded import Setup

SUBMISSION_BYTES = 1 << 28  # of all replies of one submission; an ordinary one has less than a hundredth of it
SUBMISSION_NODES = 5 * MAX_NODES


class Connection:
    """The connection to a worker, if there is one.

    `killed_externally` tells that something other than the grader killed a worker: the submission, or the machine.
    All workers of the submission together may reply with `SUBMISSION_BYTES` and `SUBMISSION_NODES`.
    """

    def __init__(self, fork_server: ForkServer, libraries: set[str], limits: Limits) -> None:
        self._fork_server = fork_server
        self._libraries = libraries
        self._limits = limits
        self._worker: Worker | None = None
        self._bytes_left = SUBMISSION_BYTES
        self._nodes_left = SUBMISSION_NODES
        self.killed_externally = False

    @property
    def alive(self) -> bool:
        """Whether there is a worker."""
        return self._worker is not None

    @property
    def budget_is_spent(self) -> bool:
        """Whether the submission has replied with all that it may."""
        return self._bytes_left <= 0 or self._nodes_left <= 0

    def start(self, setup: Setup | None) -> None:
        """Start a worker in which `setup` has run, if one is given."""
        self._worker = self._fork_server.start_worker(self._libraries, setup, self._limits)

    def position(self) -> tuple[int, int] | None:
        """Return the statement (cell, index) that the worker began last, if any."""
        return self._worker.position() if self._worker else None

    def exchange(self, request: tuple[object, ...], limit: TimeLimit) -> tuple[Any, TimeLimit]:
        """Return the worker's answer to a request, and what it left of its time; raise `Lost` if none comes in time."""
        assert self._worker is not None
        nonce, packed = os.urandom(NONCE_BYTES), pack_request(request)
        watch = Stopwatch(limit, self._worker.cpu_seconds)
        send(self._worker.socket, nonce, packed, watch.wait)
        echoed, data = receive(self._worker.socket, longest_reply(self._limits.reply_mb << 20), watch.wait)
        self._bytes_left -= len(data)
        if echoed != nonce:
            raise Lost("a reply to another request")
        return self._unpack(data), watch.left()

    def _unpack(self, data: bytes) -> Any:
        """Return the value of a reply, and take its nodes off the budget; one that is not read costs the most."""
        most = min(MAX_NODES, self._nodes_left)
        self._nodes_left -= most
        try:
            value, nodes = unpack_reply(data, most)
        except TooMuch as error:
            raise TooLarge(str(error)) from None
        except NotPlain as error:
            raise Lost(str(error)) from None
        self._nodes_left += most - nodes
        return value

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
