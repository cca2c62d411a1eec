"""The trusted end of a fork server: start it, ask it for workers, end them (see `worker.parent` for its orders)."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterable
from typing import TYPE_CHECKING

from autograder.course.errors import GraderError
from autograder.course.manifest import Limits
from autograder.sandbox import bubblewrap, levels
from autograder.sandbox.scratch import Scratch
from autograder.worker.shared import descendants
from autograder.workers.control import Gone, Parent, Worker
from autograder.workers.templates import Templates

if TYPE_CHECKING:
    from autograder.checks.loaded import Setup

START_SECONDS = 120
STARTS = 5  # a fork server that is lost is replaced so many times before the grader gives up
GOODBYE_SECONDS = 0.1


class ForkServer:
    """A fork server in its sandbox, and what it forks; at most one worker lives at a time."""

    def __init__(self, limits: Limits, level: bubblewrap.Level, core: int | None = None) -> None:
        self.level = level
        self._uid = levels.worker_uid(level)
        self._limits = limits
        self._core = core
        self._optimized = False
        self.launch()

    def launch(self) -> None:
        """Start the process without waiting for it, so that the caller can import torch meanwhile."""
        self._scratch = None if self.level.bubblewrap else Scratch()
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process that writes to it
        self._root = self._active = Parent()
        self._templates = Templates(self._root)
        with self._root.theirs as theirs:
            self._process = subprocess.Popen(
                self._command(theirs.fileno()),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._log,
                env=bubblewrap.ENVIRONMENT | dict.fromkeys(("TMPDIR", "HOME", "MPLCONFIGDIR"), self._folder()),
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        self._ready = False

    def optimize_for_many(self) -> None:
        """Expect many submissions: takes a moment once, and makes each worker cheaper from then on."""
        if not self._optimized:
            self._optimized = True
            try:
                if self._ready:
                    self._optimize()
            except (OSError, Gone):
                self.restart()

    def wait_until_ready(self) -> None:
        """Return once the fork server can fork; raise `GraderError` if it does not get that far."""
        for start in range(1, STARTS + 1):
            if self._ready:
                return
            try:
                threads = self._root.answer(START_SECONDS)["threads"]
                if threads != 1:
                    raise GraderError(f"The workers' fork server has {threads} threads; it must have one to be forked.")
                if self._optimized:
                    self._optimize()
                self._ready = True
            except (OSError, Gone):
                if start == STARTS:
                    raise GraderError(f"The workers' fork server does not start: {self._last_words()}") from None
                self.restart()

    def start_worker(self, libraries: Iterable[str] = (), setup: Setup | None = None) -> Worker:
        """Fork a worker that has these libraries, from a parent in which `setup` has run.

        Raises `GraderError` if no fork server can be had.
        """
        for _attempt in range(STARTS):
            self.wait_until_ready()
            try:
                self._active = self._root if setup is None else self._templates.parent(setup)
                return self._active.start(libraries)
            except (OSError, Gone):
                self.restart()
        raise GraderError("The fork server of the workers does not start a worker.")

    def stop_worker(self, *, lost: bool = False) -> int | None:
        """End the worker and all it started; return the wait status of one that ended by itself, otherwise None.

        `lost` says that it does not answer any more. A worker that was lost with the fork server was killed.
        """
        try:
            return self._active.stop(lost)
        except TimeoutError:
            self.restart()
            return None
        except (OSError, Gone):
            self.restart()
            return signal.SIGKILL

    def restart(self) -> None:
        """Replace the fork server and everything below it."""
        self.close()
        self.launch()

    def close(self) -> None:
        """End the fork server and everything below it."""
        self._templates.close()
        self._root.close()
        self._log.close()
        with contextlib.suppress(subprocess.TimeoutExpired):  # ended by itself, its CPU time counts among ours
            self._process.wait(GOODBYE_SECONDS)
        descendants.end_descendants(self._process.pid)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        if descendants.adopts_orphans():  # a shard: whatever outran a fork server has come to it
            descendants.end_children()
        if self._scratch is not None:
            self._scratch.close()

    def _command(self, control: int) -> list[str]:
        settings = bubblewrap.settings(self.level, self._uid) | {
            "memory_bytes": self._limits.memory_mb << 20,
            "file_bytes": self._limits.file_mb << 20,
            "reply_bytes": self._limits.reply_mb << 20,
            "core": self._core,
            "control": control,
            "scratch": self._folder(),
        }
        return bubblewrap.command(self.level, self._uid, "boot", json.dumps(settings))

    def _folder(self) -> str:
        """Return the scratch folder as the workers see it."""
        return bubblewrap.SCRATCH if self._scratch is None else str(self._scratch.path)

    def _optimize(self) -> None:
        self._templates.close()  # they were forked from what is not settled yet
        self._root.optimize_for_many()

    def _last_words(self) -> str:
        self._process.kill()
        self._process.wait()
        self._log.seek(0)
        said = self._log.read().decode(errors="replace").strip().splitlines()
        return said[-1] if said else "no message"
