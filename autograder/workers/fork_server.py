"""A fork server that is always there: it starts and stops workers, and is replaced when its process is lost."""

from __future__ import annotations

import signal
from collections.abc import Iterable
from typing import TYPE_CHECKING

from autograder.course.errors import GraderError
from autograder.course.manifest import Course, Limits
from autograder.sandbox.levels import Level, usable_layers, with_own_user
from autograder.workers.forker_client import ForkerLost, ForkerTooSlow
from autograder.workers.server_parent import Place, ServerParent
from autograder.workers.server_process import ServerProcess, worker_limits
from autograder.workers.templates import Templates
from autograder.workers.worker import Worker

if TYPE_CHECKING:
    from autograder.checks.loaded import Setup

STARTS = 5  # the grader gives up when the process is lost so many times in a row


class ForkServer:
    """A fork server at a level of isolation, on a core of its own if one is given; it has at most one worker.

    It has the libraries of the course; a worker has the limits of the course where it is given no others.

    It is forked at its place where it has one there, and else in a sandbox of its own. Its process starts at once, and
    the caller can do something else meanwhile.
    """

    def __init__(self, course: Course, level: Level, core: int | None = None, place: Place | None = None) -> None:
        self.level = level
        self._limits = course.limits
        self.libraries = course.libraries
        self._layers = with_own_user(usable_layers(level) if place is None else place.parent.layers)
        self._core = core
        self._own: ServerParent | None = None
        self._place = self._own_place() if place is None else place
        self._launch()

    def _own_place(self) -> Place:
        """Return a place in a new sandbox, in which there is no other fork server."""
        self._own = ServerParent(self._layers, 1, self.libraries)
        return Place(self._own, self._own.folders[0])

    def _launch(self) -> None:
        self._process = ServerProcess(self._layers, self._core, self._place)
        self._parent = self._process.client  # of the latest worker: the fork server or a template
        self._templates = Templates(self._process.client)

    def wait_until_ready(self) -> None:
        """Return once workers can be started; raise `GraderError` if that cannot be reached."""
        for start in range(1, STARTS + 1):
            try:
                if not self._process.ready:
                    self._process.wait_until_ready()
                return
            except ForkerLost:
                if start == STARTS and self._own is not None:
                    problem = self._own.last_words()
                    raise GraderError(f"The workers' fork server does not start: {problem}") from None
                self._restart()

    def start_worker(
        self, libraries: Iterable[str] = (), setup: Setup | None = None, limits: Limits | None = None
    ) -> Worker:
        """Return a new worker, with these libraries and after this setup; raise `GraderError` if none starts.

        It has its own `limits` where some are given.
        """
        own = worker_limits(limits or self._limits)
        for _attempt in range(STARTS):
            self.wait_until_ready()
            try:
                self._parent = self._process.client if setup is None else self._templates.with_setup(setup)
                return self._parent.start_worker(libraries, own)
            except ForkerLost:
                self._restart()
        raise GraderError("The fork server of the workers does not start a worker.")

    def stop_worker(self, *, lost: bool = False) -> int | None:
        """End the worker and all it started; return the wait status of one that ended by itself, otherwise None.

        `lost` says that it does not answer any more. A worker that was lost with the fork server was killed.
        """
        try:
            return self._parent.stop_worker(lost)
        except ForkerTooSlow:
            self._restart()
            return None
        except ForkerLost:
            self._restart()
            return signal.SIGKILL

    def close(self) -> None:
        """End the fork server and everything below it."""
        self._templates.close()
        self._process.close()
        if self._own is not None:
            self._own.close()

    def _restart(self) -> None:
        """Start another process: at the same place, or in a sandbox of its own where the last one did not start."""
        started = self._process.ready
        self._templates.close()
        self._process.close()
        if not started:
            if self._own is not None:
                self._own.close()
            self._place = self._own_place()
        self._launch()
