"""A spare process with the course's libraries imported takes each job, and the next spare starts meanwhile."""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from types import TracebackType

from ..report.report import Job
from .worker import printed_file

PACKAGE = Path(__file__).parents[1]
# Appended, so that a student's file cannot stand in for a module of Python while this process starts.
BOOT = "import sys; sys.path.append(sys.argv[1]); from {package}.process.worker import main; main(sys.argv[2])"
ENDED = "ended"


class Spare:
    """One process for one job: started early, it waits with the course's libraries imported."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="check-", ignore_cleanup_errors=True)
        package = (__package__ or "").rpartition(".")[0] or PACKAGE.name
        root = PACKAGE.parents[package.count(".")]
        boot = BOOT.format(package=package)
        command = [sys.executable, "-c", boot, str(root), self._folder.name]
        settings = os.environ | {"MPLBACKEND": "Agg", "PYTHONUTF8": "1"}
        with Path(self._folder.name, "start").open("wb") as start:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=start, env=settings
            )
        self.messages: queue.Queue[object] = queue.Queue()
        self.closed = False
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        """Put each message of the process into the queue, and `ENDED` after the last one."""
        assert self._process.stdout is not None
        with contextlib.suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
            while True:
                self.messages.put(pickle.load(self._process.stdout))
        self.messages.put(ENDED)

    def give(self, job: Job) -> None:
        """Give the process its job; it may still be starting."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it has died: its queue says so
            self._process.stdin.write(pickle.dumps(job))
            self._process.stdin.flush()

    def printed(self, exercise: str | None) -> str:
        """Return what student code has printed for an exercise, or while its file was loaded."""
        return self._text(printed_file(Path(self._folder.name), exercise).name)

    def trace(self) -> str:
        """Return where the process was when it was ended for being slow, or crashed."""
        return self._text("trace")

    def start_error(self) -> str:
        """Return the last line of what the process said when it could not start."""
        return (self._text("start").strip().splitlines() or [""])[-1]

    def _text(self, name: str) -> str:
        path = Path(self._folder.name, name)
        return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""

    def close(self) -> None:
        """End the process and remove what it wrote."""
        self.closed = True
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._folder.cleanup()


class Spares:
    """The spare that waits for the next job, and the one that has a job."""

    def __init__(self) -> None:
        self._waiting: Spare | None = Spare()
        self._taken: Spare | None = None

    def take(self) -> Spare:
        """Return the spare that waits; `refill` starts the next one."""
        self._taken, self._waiting = self._waiting or Spare(), None
        return self._taken

    def refill(self) -> None:
        """Start the next spare, unless one waits already."""
        self._waiting = self._waiting or Spare()

    def interrupt(self) -> None:
        """End the process that has a job; the check that waits for it ends."""
        if self._taken is not None:
            self._taken.close()

    def __enter__(self) -> Spares:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.interrupt()
        if self._waiting is not None:
            self._waiting.close()
