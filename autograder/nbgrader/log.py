"""The lines that nbgrader logs, in which the names of folders and files are text."""

from __future__ import annotations

import logging
from typing import Any

from autograder.course.text import printable


def make_logs_printable() -> None:
    """Take control characters out of everything that this process logs from now on."""
    logging.setLogRecordFactory(_printable_record)


def _printable_record(*words: Any, **named: Any) -> logging.LogRecord:
    record = logging.LogRecord(*words, **named)
    if isinstance(record.msg, str):  # others are for a formatter of their own
        record.msg, record.args = printable(record.getMessage()), ()
    return record
