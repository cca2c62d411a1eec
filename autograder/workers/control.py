"""The trusted end of one parent of workers: its control socket, and the orders of `worker.parent`."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgpack  # type: ignore[import-untyped]

from autograder.course.errors import GraderError
from autograder.worker.shared.wire import PROGRESS

ANSWER_SECONDS = 30
STOP_SECONDS = 5  # a worker whose offspring outruns this takes the whole sandbox with it
OPTIMIZE_SECONDS = 120


class Gone(Exception):
    """The parent does not answer any more."""


@dataclass
class Worker:
    """The trusted end of one worker: its socket, and the progress it leaves while it loads."""

    socket: socket.socket
    progress: int

    def position(self) -> tuple[int, int] | None:
        """Return the statement (cell, index) that was last begun, if any."""
        data = os.pread(self.progress, PROGRESS.size, 0)
        return PROGRESS.unpack(data) if len(data) == PROGRESS.size else None

    def close(self) -> None:
        """Hang up."""
        self.socket.close()
        os.close(self.progress)


class Parent:
    """Sends orders and waits for their answers; every method raises `Gone` or `OSError` when the parent is no more."""

    def __init__(self) -> None:
        self._socket, self.theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)

    def start(self, libraries: Iterable[str]) -> Worker:
        """Return a new worker that has these libraries."""
        ours, theirs = socket.socketpair()
        worker = Worker(ours, os.memfd_create("progress"))
        try:
            with theirs:
                self._ask(("start", sorted(libraries)), ANSWER_SECONDS, theirs.fileno(), worker.progress)
            return worker
        except (OSError, Gone):
            worker.close()
            raise

    def stop(self, lost: bool) -> int | None:
        """End the worker and all it started; return the wait status of one that ended by itself, otherwise None."""
        status: int | None = self._ask(("stop", lost), STOP_SECONDS)["status"]
        return status

    def prepare(self, code: bytes, name: str, args: bytes) -> Parent:
        """Return another parent, in which this function has run; raise `GraderError` if it raises."""
        prepared = Parent()
        try:
            with prepared.theirs as theirs:
                self._ask(("prepare", code, name, args), ANSWER_SECONDS, theirs.fileno())
            if error := prepared.answer(ANSWER_SECONDS).get("error"):
                raise GraderError(f"The preparation `{name}` failed: {error}")
            return prepared
        except (OSError, Gone, GraderError):
            prepared.close()
            raise

    def optimize_for_many(self) -> None:
        """Let each worker from now on cost less."""
        self._ask(("optimize_for_many",), OPTIMIZE_SECONDS)

    def answer(self, seconds: float) -> dict[str, Any]:
        """Return the next answer."""
        self._socket.settimeout(seconds)
        data = self._socket.recv(4096)
        try:
            answer: dict[str, Any] = json.loads(data)
        except ValueError:
            raise Gone from None
        return answer

    def close(self) -> None:
        """Hang up, which lets the parent end."""
        self._socket.close()

    def _ask(self, order: tuple[object, ...], seconds: float, *descriptors: int) -> dict[str, Any]:
        self._socket.settimeout(seconds)
        socket.send_fds(self._socket, [msgpack.packb(order)], descriptors)
        return self.answer(seconds)
