"""The trusted end of a warm parent: start it, ask it for workers, end them (see `worker.parent` for its orders)."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterable
from typing import TYPE_CHECKING

from autograder.engine import isolation, sandbox
from autograder.engine.parent import Gone, Parent, Worker
from autograder.engine.prepared import Prepared
from autograder.engine.scratch import Scratch
from autograder.errors import GraderError
from autograder.manifest import Limits
from autograder.worker import offspring

if TYPE_CHECKING:
    from autograder.checks.student import Preparation

START_SECONDS = 120
STARTS = 5  # a warm parent that is lost is replaced so many times before the grader gives up
GOODBYE_SECONDS = 0.1


class Zygote:
    """A warm parent in its sandbox, and what it forks; at most one worker lives at a time."""

    def __init__(self, limits: Limits, level: sandbox.Level, core: int | None = None) -> None:
        self.level = level
        self._uid = isolation.worker_uid(level)
        self._limits = limits
        self._core = core
        self._settled = False
        self.launch()

    def launch(self) -> None:
        """Start the process without waiting for it, so that the caller can import torch meanwhile."""
        self._scratch = None if self.level.bubblewrap else Scratch()
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process that writes to it
        self._root = self._active = Parent()
        self._prepared = Prepared(self._root)
        with self._root.theirs as theirs:
            self._process = subprocess.Popen(
                self._command(theirs.fileno()),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._log,
                env=sandbox.ENVIRONMENT | dict.fromkeys(("TMPDIR", "HOME", "MPLCONFIGDIR"), self._folder()),
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        self._ready = False

    def settle(self) -> None:
        """Expect many submissions: takes a moment once, and makes each worker cheaper from then on."""
        if not self._settled:
            self._settled = True
            try:
                if self._ready:
                    self._settle()
            except (OSError, Gone):
                self.restart()

    def wait_until_ready(self) -> None:
        """Return once the warm parent can fork; raise `GraderError` if it does not get that far."""
        for start in range(1, STARTS + 1):
            if self._ready:
                return
            try:
                threads = self._root.answer(START_SECONDS)["threads"]
                if threads != 1:
                    raise GraderError(f"The workers' warm parent has {threads} threads; it must have one to be forked.")
                if self._settled:
                    self._settle()
                self._ready = True
            except (OSError, Gone):
                if start == STARTS:
                    raise GraderError(f"The workers' warm parent does not start: {self._last_words()}") from None
                self.restart()

    def start_worker(self, libraries: Iterable[str] = (), before: Preparation | None = None) -> Worker:
        """Fork a worker that has these libraries, from a parent in which `before` has run.

        Raises `GraderError` if no warm parent can be had.
        """
        for _attempt in range(STARTS):
            self.wait_until_ready()
            try:
                self._active = self._root if before is None else self._prepared.parent(before)
                return self._active.start(libraries)
            except (OSError, Gone):
                self.restart()
        raise GraderError("The warm parent of the workers does not start a worker.")

    def stop_worker(self, *, lost: bool = False) -> int | None:
        """End the worker and all it started; return the wait status of one that ended by itself, otherwise None.

        `lost` says that it does not answer any more. A worker that was lost with the warm parent was killed.
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
        """Replace the warm parent and everything below it."""
        self.close()
        self.launch()

    def close(self) -> None:
        """End the warm parent and everything below it."""
        self._prepared.close()
        self._root.close()
        self._log.close()
        with contextlib.suppress(subprocess.TimeoutExpired):  # ended by itself, its CPU time counts among ours
            self._process.wait(GOODBYE_SECONDS)
        offspring.end_descendants(self._process.pid)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        if offspring.adopts_orphans():  # a shard: whatever outran a warm parent has come to it
            offspring.end_children()
        if self._scratch is not None:
            self._scratch.close()

    def _command(self, control: int) -> list[str]:
        settings = sandbox.settings(self.level, self._uid) | {
            "memory_bytes": self._limits.memory_mb << 20,
            "file_bytes": self._limits.file_mb << 20,
            "reply_bytes": self._limits.reply_mb << 20,
            "core": self._core,
            "control": control,
            "scratch": self._folder(),
        }
        return sandbox.command(self.level, self._uid, "zygote", json.dumps(settings))

    def _folder(self) -> str:
        """Return the scratch folder as the workers see it."""
        return sandbox.SCRATCH if self._scratch is None else str(self._scratch.path)

    def _settle(self) -> None:
        self._prepared.close()  # they were forked from what is not settled yet
        self._root.settle()

    def _last_words(self) -> str:
        self._process.kill()
        self._process.wait()
        self._log.seek(0)
        said = self._log.read().decode(errors="replace").strip().splitlines()
        return said[-1] if said else "no message"
