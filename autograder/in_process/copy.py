"""A copy of this process: what is changed in it is left behind."""

from __future__ import annotations

import bdb
import marshal
import os
import sys
import traceback
from collections.abc import Callable
from typing import Any, NoReturn

import pytest

from autograder.course.errors import GraderError
from autograder.course.outcome import WorkerLost
from autograder.worker.shared.wire import Lost
from autograder.workers.loss import describe_loss

LEAVING = (KeyboardInterrupt, bdb.BdbQuit, pytest.exit.Exception)  # whoever sits at the keyboard ends the run
STOPPED, BROKEN = 101, 102  # exit codes that no submission has by chance


def in_a_copy(function: Callable[[], Any]) -> Any:
    """Return what `function` gives in a fork of this process: None, numbers, text, bytes, and tuples of such.

    Raises `KeyboardInterrupt` where the copy was left by the keyboard, `WorkerLost` where the submission ended it, and
    `GraderError` where `function` itself fails; its traceback is printed then.
    """
    _flush()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _answer(function, writer)
    os.close(writer)
    with open(reader, "rb") as file:
        answer = file.read()
    status = os.waitpid(child, 0)[1]
    code = os.waitstatus_to_exitcode(status)
    if code == STOPPED:
        raise KeyboardInterrupt
    if code == BROKEN:
        raise GraderError("A copy of this process failed; its traceback is above.")
    if code or not answer:
        raise WorkerLost(describe_loss(Lost(), status, 0.0))
    return marshal.loads(answer)


def _answer(function: Callable[[], Any], writer: int) -> NoReturn:
    code = BROKEN
    try:
        with open(writer, "wb") as file:
            file.write(marshal.dumps(function()))
        code = 0
    except LEAVING:
        code = STOPPED
    except BaseException:
        traceback.print_exc()
    finally:
        _flush()
        os._exit(code)


def _flush() -> None:
    """Write out what was printed so far, or it would be written by both processes, or by none."""
    sys.stdout.flush()
    sys.stderr.flush()
