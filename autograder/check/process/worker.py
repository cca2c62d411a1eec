"""The process that runs a student's file: it imports the course's libraries, waits for a job, judges, and ends.

`main` is its whole life. It says through its standard output, as pickles: `Ready`; `Begun(None)`, then `Problems` of
the file; `Begun(exercise)`, then an `ExerciseReport`, for each exercise; `Done`. Where it is silent for too long,
faulthandler writes into a file which line it is at, and ends it.
"""

from __future__ import annotations

import faulthandler
import io
import os
import pickle
import sys
import warnings
from pathlib import Path
from typing import BinaryIO

from ..report.report import Job
from .messages import SECONDS, Begun, Ready

MOST_PRINTED = 2000  # characters of an exercise
HARMLESS = r"Converting a tensor with requires_grad=True to a scalar"  # a warning of what answers may do


class Capped(io.TextIOBase):
    """A place for what student code prints: the beginning goes into a file, the rest nowhere."""

    def __init__(self, path: Path) -> None:
        self.file = path.open("w", encoding="utf-8", errors="backslashreplace")
        self.left = MOST_PRINTED

    def write(self, text: str) -> int:
        """Keep as much of a text as there is room for."""
        if self.left > 0:
            self.file.write(text[: self.left])
            self.file.flush()
            self.left -= len(text)
        return len(text)

    def writable(self) -> bool:
        """Tell that this can be written to."""
        return True


def main(folder: str) -> None:
    """Wait for one job on standard input and do it; `folder` is where to write what is printed, and the last line."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    _silence()
    from . import run_job  # here, for it takes a while

    run_job.warm_up()
    warnings.filterwarnings("ignore", HARMLESS)
    say(answers, Ready())
    try:
        job = pickle.load(jobs)
    except EOFError:  # the screen has ended
        return
    output = Path(folder)
    with (output / "trace").open("w", encoding="utf-8") as trace:
        faulthandler.enable(trace)
        assert isinstance(job, Job)
        for message in run_job.run_job(job):
            faulthandler.dump_traceback_later(SECONDS, exit=True, file=trace)
            say(answers, message)
            if isinstance(message, Begun):
                sys.stdout = sys.stderr = Capped(printed_file(output, message.exercise))
        answers.flush()
        os._exit(0)  # an interpreter with large libraries takes long to end


def printed_file(folder: Path, exercise: str | None) -> Path:
    """Return where it is kept what student code prints for an exercise, or while its file is loaded."""
    return folder / f"printed-{exercise or ''}"


def _silence() -> None:
    """Keep what student code writes to the file descriptors from the pipes of this process."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)


def say(answers: BinaryIO, message: object) -> None:
    """Send one message to the screen."""
    pickle.dump(message, answers)
    answers.flush()
