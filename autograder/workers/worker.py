"""The grader's end of one worker: the socket for requests, the progress that the worker notes, and its clock."""

from __future__ import annotations

import os
import re
import socket
import time
from dataclasses import dataclass
from pathlib import Path

from autograder.worker.shared.progress import read_progress

PROCESS_ID = re.compile(r"^Pid:\s*(-?\d+)$", re.MULTILINE)
NO_CLOCK = -1
PROCESSOR_TIME = 2  # of a process: the kind of a clock, clock_getcpuclockid(3)


@dataclass(frozen=True)
class Worker:
    """A worker that was started.

    `progress` is the descriptor of the file in which it notes its statements. `clock` is the number of the clock of its
    processor time.
    """

    socket: socket.socket
    progress: int
    clock: int

    def position(self) -> tuple[int, int] | None:
        """Return the statement (cell, index) that the worker began last, if any."""
        return read_progress(self.progress)

    def cpu_seconds(self) -> float:
        """Return how long processors have worked for the worker itself, in all its threads; 0 once it is gone."""
        try:
            return time.clock_gettime(self.clock)
        except OSError:
            return 0.0

    def close(self) -> None:
        """Hang up, which lets the worker end."""
        self.socket.close()
        os.close(self.progress)


def clock_of(process: int) -> int:
    """Return the number of the clock of a process, given by a descriptor, which is closed.

    Linux makes the number from the process id, as this process sees it. A process that cannot be seen has no clock.
    """
    seen = process_id(process)
    os.close(process)
    return ~seen << 3 | PROCESSOR_TIME if seen > 0 else NO_CLOCK


def process_id(process: int) -> int:
    """Return the id of a process, given by a descriptor, as this process sees it: 0 if hidden, -1 if gone."""
    found = PROCESS_ID.search(Path(f"/proc/self/fdinfo/{process}").read_text())
    return int(found[1]) if found else 0
