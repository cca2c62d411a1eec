"""The grader's end of one worker: the socket for requests, and the progress that the worker notes."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass

from autograder.worker.shared.progress import read_progress


@dataclass(frozen=True)
class Worker:
    """A worker that was started; `progress` is the descriptor of the file in which it notes its statements."""

    socket: socket.socket
    progress: int

    def position(self) -> tuple[int, int] | None:
        """Return the statement (cell, index) that the worker began last, if any."""
        return read_progress(self.progress)

    def close(self) -> None:
        """Hang up, which lets the worker end."""
        self.socket.close()
        os.close(self.progress)
