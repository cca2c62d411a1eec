"""The grader's end of the first process of a sandbox, which forks the fork servers."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.sandbox.bubblewrap import scratch_folder
from autograder.sandbox.layers import Layers
from autograder.sandbox.process import start_process
from autograder.sandbox.scratch import Scratch
from autograder.worker.shared import descendants
from autograder.worker.shared.packets import send_packet

END_SECONDS = 0.1


class ServerParent:
    """A sandbox for so many fork servers; its first process imports `libraries`, which takes a moment, and forks them.

    The process that makes it closes it. A fork of that process can order fork servers as well.
    """

    def __init__(self, layers: Layers, fork_servers: int, libraries: Sequence[str]) -> None:
        self.layers = layers
        self._scratch = None if layers.bubblewrap else Scratch()
        self.folders = [self._make_folder(number) for number in range(fork_servers)]
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process that writes to it
        self._orders, other_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with other_end:
            self._process = start_process(
                layers,
                "boot",
                other_end.fileno(),
                folder=self.folders[0],
                fork_servers=fork_servers,
                stderr=self._log,
            )
        self.pid = self._process.pid
        with contextlib.suppress(BrokenPipeError, ConnectionError):
            send_packet(self._orders, list(libraries))

    def start_fork_server(self, settings: bytes, control: int) -> None:
        """Order a fork server; where the process is gone, nobody answers at the other end of `control`."""
        with contextlib.suppress(BrokenPipeError, ConnectionError):
            send_packet(self._orders, settings, [control])

    def hang_up(self) -> None:
        """Give no more orders; the process ends when nobody else can."""
        self._orders.close()

    def last_words(self) -> str:
        """End the process, and return the last line that it or one of its fork servers wrote."""
        self._process.kill()
        self._process.wait()
        self._log.seek(0)
        lines = self._log.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else "no message"

    def close(self) -> None:
        """End the process and everything below it, and remove its folders."""
        self._orders.close()
        self._log.close()
        with contextlib.suppress(subprocess.TimeoutExpired):  # if it ends by itself, its CPU time is added to ours
            self._process.wait(END_SECONDS)
        descendants.end_descendants(self.pid)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()
        if descendants.adopts_orphans():  # whatever escaped from the sandbox has become a child of this process
            descendants.end_children()
        if self._scratch is not None:
            self._scratch.close()

    def _make_folder(self, number: int) -> str:
        if self._scratch is None:
            return scratch_folder(number)
        folder = self._scratch.path / str(number)
        folder.mkdir(mode=0o700)
        return str(folder)


@dataclass(frozen=True)
class Place:
    """Where a fork server can be forked: its parent, and the scratch folder that is its own there."""

    parent: ServerParent
    folder: str


def make_places(layers: Layers, count: int, libraries: Sequence[str]) -> list[Place]:
    """Start sandboxes with places for so many fork servers.

    All are in one sandbox, and share the memory of the libraries, where the lockdown keeps every worker from the
    processes and files of others. Without it each has a sandbox of its own.
    """
    parents = _parents(layers, count, libraries)
    return [Place(parent, folder) for parent in parents for folder in parent.folders]


def _parents(layers: Layers, count: int, libraries: Sequence[str]) -> list[ServerParent]:
    if layers.lockdown:
        return [ServerParent(layers, count, libraries)]
    return [ServerParent(layers, 1, libraries) for _ in range(count)]


def close_places(places: Sequence[Place]) -> None:
    """End all sandboxes of these places."""
    for parent in dict.fromkeys(place.parent for place in places):
        parent.close()
