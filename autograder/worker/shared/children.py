"""The children that a process has started on purpose; what others leave behind, it adopts and ends."""

from __future__ import annotations

import os
import select
import signal
import time

from . import descendants

END_SECONDS = 5  # for what was killed to be over; a process that hangs in the kernel is not waited for any longer


class Children:
    """The living children of this process, which becomes the parent of every orphan below it."""

    def __init__(self) -> None:
        descendants.adopt_orphans()
        self._descriptors: dict[int, int] = {}

    def add(self, pid: int) -> None:
        """Let a child live, with everything below it."""
        self._descriptors[pid] = os.pidfd_open(pid)

    def wait_for(self, descriptor: int) -> None:
        """Return when a descriptor can be read; until then, end at once what a child that has ended leaves behind."""
        while True:
            ready, _, _ = select.select([descriptor, *self._descriptors.values()], [], [])
            if ended := [pid for pid, its_own in self._descriptors.items() if its_own in ready]:
                self._forget(ended)
                self._end_orphans()
            if descriptor in ready:
                return

    def end(self, pid: int) -> None:
        """End a child, if it is there, and everything below it."""
        if pid in self._descriptors:
            descendants.end_descendants(pid)
            os.kill(pid, signal.SIGKILL)
            descendants.ends_within(pid, END_SECONDS)
            self._forget([pid])
            self._end_orphans()

    def wait_for_all(self, seconds: float) -> None:
        """Give all children some time to end by themselves, then end them and everything below them."""
        deadline = time.monotonic() + seconds
        for pid in self._descriptors:
            descendants.ends_within(pid, max(0.0, deadline - time.monotonic()))
        descendants.end_children()

    def leave(self) -> None:
        """Close what this process knows of the children; for a fork, whose children they are not."""
        for descriptor in self._descriptors.values():
            os.close(descriptor)
        self._descriptors.clear()

    def _forget(self, pids: list[int]) -> None:
        for pid in pids:
            os.close(self._descriptors.pop(pid))
            descendants.is_over(pid)  # takes its exit status

    def _end_orphans(self) -> None:
        deadline = time.monotonic() + END_SECONDS
        while orphans := descendants.descendants(os.getpid(), self._descriptors.keys()):
            descendants.end_descendants(os.getpid(), self._descriptors.keys())
            for pid in orphans:
                descendants.is_over(pid)
            if time.monotonic() > deadline:
                return
