"""The progress of a worker that runs a submission: the statement it began last.

It stands in a file in memory that the grader made, so the grader can read it after the worker is gone.
"""

from __future__ import annotations

import os
import struct

STATEMENT = struct.Struct("ii")  # its cell, and its index in the cell
NO_STATEMENT = -1  # the index from when the worker is ready for the submission until the first statement begins


def write_progress(descriptor: int, cell: int, index: int) -> None:
    """Note which statement is about to run."""
    os.pwrite(descriptor, STATEMENT.pack(cell, index), 0)


def read_progress(descriptor: int) -> tuple[int, int] | None:
    """Return the statement (cell, index) that was noted last, or None before anything is noted."""
    data = os.pread(descriptor, STATEMENT.size, 0)
    return STATEMENT.unpack(data) if len(data) == STATEMENT.size else None
