"""The trusted end of a warm parent: start it, ask it for workers, end them."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from autograder.engine import isolation
from autograder.engine.scratch import Scratch
from autograder.errors import GraderError
from autograder.manifest import Limits
from autograder.worker import limits
from autograder.worker.wire import BOOKMARK

START_SECONDS = 120
ANSWER_SECONDS = 30
STARTS = 5  # a warm parent that is lost is replaced so many times before the grader gives up
GOODBYE_SECONDS = 0.1
STOP_SECONDS = 5  # a worker whose offspring outruns this takes the whole sandbox with it
ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",  # a second thread in the parent would leave its locks held in every child
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "MPLBACKEND": "Agg",
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
}


class ZygoteGone(Exception):
    """The warm parent does not answer any more."""


@dataclass
class Worker:
    """The trusted end of one worker: its socket, and the bookmark it leaves while it loads."""

    socket: socket.socket
    bookmark: int

    def position(self) -> tuple[int, int] | None:
        """Return the statement (cell, index) that was last begun, if any."""
        data = os.pread(self.bookmark, BOOKMARK.size, 0)
        return BOOKMARK.unpack(data) if len(data) == BOOKMARK.size else None

    def close(self) -> None:
        """Hang up."""
        self.socket.close()
        os.close(self.bookmark)


class Zygote:
    """A warm parent in its sandbox; at most one worker lives at a time."""

    def __init__(self, limits: Limits, level: isolation.Level, core: int | None = None) -> None:
        self.level = level
        self._uid = isolation.worker_uid(level)
        self._limits = limits
        self._core = core
        self.launch()

    def launch(self) -> None:
        """Start the process without waiting for it, so that the caller can import torch meanwhile."""
        self._scratch = None if self.level.bubblewrap else Scratch()
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process that writes to it
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                self._command(theirs.fileno()),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._log,
                env=ENVIRONMENT | dict.fromkeys(("TMPDIR", "HOME", "MPLCONFIGDIR"), self._folder()),
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        self._ready = False

    def start_worker(self, libraries: Iterable[str] = ()) -> Worker:
        """Fork a worker that has these libraries; raise `GraderError` if no warm parent can be had."""
        order = " ".join(["start", *sorted(libraries)]).encode()
        for _attempt in range(STARTS):
            self.wait_until_ready()
            ours, theirs = socket.socketpair()
            worker = Worker(ours, os.memfd_create("bookmark"))
            try:
                with theirs:
                    socket.send_fds(self._control, [order], [theirs.fileno(), worker.bookmark])
                self._answer(ANSWER_SECONDS)
                return worker
            except (OSError, ZygoteGone):
                worker.close()
                self.restart()
        raise GraderError("The warm parent of the workers does not start a worker.")

    def stop_worker(self, *, lost: bool = False) -> int | None:
        """End the worker and all it started; return the wait status of one that ended by itself, otherwise None.

        `lost` says that it does not answer any more. A worker that was lost with the warm parent was killed.
        """
        try:
            self._control.send(b"lost" if lost else b"stop")
            status: int | None = self._answer(STOP_SECONDS)["status"]
            return status
        except TimeoutError:
            self.restart()
            return None
        except (OSError, ZygoteGone):
            self.restart()
            return signal.SIGKILL

    def restart(self) -> None:
        """Replace the warm parent and everything below it."""
        self.close()
        self.launch()

    def close(self) -> None:
        """End the warm parent and everything below it."""
        self._control.close()
        self._log.close()
        with contextlib.suppress(subprocess.TimeoutExpired):  # ended by itself, its CPU time counts among ours
            self._process.wait(GOODBYE_SECONDS)
        limits.end_descendants(self._process.pid)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        if limits.adopts_orphans():  # a shard: whatever outran a warm parent has come to it
            limits.end_children()
        if self._scratch is not None:
            self._scratch.close()

    def _command(self, control: int) -> list[str]:
        settings = isolation.settings(self.level, self._uid) | {
            "memory_bytes": self._limits.memory_mb << 20,
            "file_bytes": self._limits.file_mb << 20,
            "reply_bytes": self._limits.reply_mb << 20,
            "core": self._core,
            "control": control,
            "scratch": self._folder(),
        }
        return isolation.command(self.level, self._uid, "zygote", json.dumps(settings))

    def _folder(self) -> str:
        """Return the scratch folder as the workers see it."""
        return isolation.SCRATCH if self._scratch is None else str(self._scratch.path)

    def wait_until_ready(self) -> None:
        """Return once the warm parent can fork; raise `GraderError` if it does not get that far."""
        for start in range(1, STARTS + 1):
            if self._ready:
                return
            try:
                threads = self._answer(START_SECONDS)["threads"]
                if threads != 1:
                    raise GraderError(f"The workers' warm parent has {threads} threads; it must have one to be forked.")
                self._ready = True
            except (OSError, ZygoteGone):
                if start == STARTS:
                    raise GraderError(f"The workers' warm parent does not start: {self._last_words()}") from None
                self.restart()

    def _last_words(self) -> str:
        self._process.kill()
        self._process.wait()
        self._log.seek(0)
        said = self._log.read().decode(errors="replace").strip().splitlines()
        return said[-1] if said else "no message"

    def _answer(self, seconds: float) -> dict[str, Any]:
        self._control.settimeout(seconds)
        data = self._control.recv(4096)
        if not data:
            raise ZygoteGone
        try:
            answer: dict[str, Any] = json.loads(data)
        except ValueError:
            raise ZygoteGone from None
        return answer
