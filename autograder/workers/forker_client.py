"""The grader's end of a fork server or a template: it sends the orders that `worker.forker` describes."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable
from typing import Any

from autograder.course.errors import GraderError
from autograder.worker.shared.packets import receive_packet, send_packet
from autograder.worker.shared.settings import WorkerLimits
from autograder.workers.probes import PROBE
from autograder.workers.worker import Worker, clock_of

ANSWER_SECONDS = 30
STOP_SECONDS = 5  # where ending what a worker started takes longer, the fork server is killed with everything below it


class ForkerLost(Exception):
    """The process does not answer any more."""


class ForkerTooSlow(ForkerLost):
    """The process did not answer in time."""


class ForkerClient:
    """Sends orders and waits for the answers; every method raises `ForkerLost` when there is none.

    `other_end` is the socket for the process that obeys; whoever passes it on closes it here.
    """

    def __init__(self) -> None:
        self._control, self.other_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)

    def report(self, seconds: float) -> tuple[int, int]:
        """Return what a fork server reports once it is ready: how many threads it has, a descriptor of its process."""
        answer, (process,) = self._receive(seconds, descriptors=1)
        return answer["threads"], process

    def start_worker(self, libraries: Iterable[str], limits: WorkerLimits) -> Worker:
        """Return a new worker that has these libraries and limits."""
        requests, other_end = socket.socketpair()
        progress = os.memfd_create("progress")
        try:
            with other_end:
                order = ("start_worker", sorted(libraries), limits)
                self._send(order, ANSWER_SECONDS, other_end.fileno(), progress)
            _, (process,) = self._receive(ANSWER_SECONDS, descriptors=1)
        except ForkerLost:
            requests.close()
            os.close(progress)
            raise
        return Worker(requests, progress, clock_of(process))

    def stop_worker(self, lost: bool) -> int | None:
        """End the worker and all it started; return the wait status of one that ended by itself, otherwise None."""
        status: int | None = self._ask(("stop_worker", lost), STOP_SECONDS)["status"]
        return status

    def start_template(self, setup: str, code: bytes, args: bytes) -> ForkerClient:
        """Return the client of a new template, in which a setup has run; raise `GraderError` if that raises."""
        template = ForkerClient()
        try:
            with template.other_end:
                self._ask(("start_template", code, PROBE, args), ANSWER_SECONDS, template.other_end.fileno())
            if error := template.answer(ANSWER_SECONDS).get("error"):
                raise GraderError(f"The setup `{setup}` failed: {error}")
            return template
        except (ForkerLost, GraderError):
            template.close()
            raise

    def answer(self, seconds: float) -> dict[str, Any]:
        """Return the next answer; raise `ForkerTooSlow` if none comes within so many seconds."""
        return self._receive(seconds)[0]

    def close(self) -> None:
        """Hang up, which lets the process end."""
        self._control.close()

    def _ask(self, order: tuple[object, ...], seconds: float, *descriptors: int) -> dict[str, Any]:
        self._send(order, seconds, *descriptors)
        return self.answer(seconds)

    def _send(self, order: tuple[object, ...], seconds: float, *descriptors: int) -> None:
        self._control.settimeout(seconds)
        try:
            send_packet(self._control, order, descriptors)
        except OSError:
            raise ForkerLost from None

    def _receive(self, seconds: float, descriptors: int = 0) -> tuple[dict[str, Any], list[int]]:
        """Return the next answer, and exactly so many descriptors that come with it."""
        self._control.settimeout(seconds)
        try:
            answer, received = receive_packet(self._control, descriptors)
        except TimeoutError:
            raise ForkerTooSlow from None
        except (OSError, EOFError, ValueError):
            raise ForkerLost from None
        if len(received) != descriptors:
            raise ForkerLost
        return answer, received
