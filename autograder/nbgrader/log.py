"""The lines that nbgrader logs, in which the names of folders and files are text."""

from __future__ import annotations

import functools
import logging
import re
from pathlib import Path
from typing import Any

from nbgrader.utils import compute_checksum, is_grade, is_solution  # type: ignore[import-untyped]

from autograder.course.text import printable
from autograder.submissions.cells import grade_id
from autograder.submissions.notebook import read_notebook
from autograder.submissions.repair.released import released_notebook

CHANGED = re.compile(r"Attribute 'checksum' for cell (\S+) has changed! \(should be: (\w+), got: (\w+)\)")
Change = tuple[str, ...]  # the grade id of a cell, the checksum it should have and the one it has


def make_logs_printable() -> None:
    """Take control characters out of everything that this process logs from now on."""
    logging.setLogRecordFactory(_printable_record)


def _printable_record(*words: Any, **named: Any) -> logging.LogRecord:
    record = logging.LogRecord(*words, **named)
    if isinstance(record.msg, str):  # others are for a formatter of their own
        record.msg, record.args = printable(record.getMessage()), ()
    return record


class HiddenTestsFilter(logging.Filter):
    """Leaves out that a grade cell has changed where it is as it was released: nbgrader puts the hidden tests back."""

    def __init__(self) -> None:
        super().__init__()
        self._as_released: set[Change] = set()

    def expect(self, source: Path) -> None:
        """Leave it out for the grade cells of a source notebook from now on."""
        self._as_released |= _changes_by_release(source)

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether to log a line."""
        found = CHANGED.fullmatch(record.getMessage())
        return found is None or found.groups() not in self._as_released


@functools.lru_cache
def _changes_by_release(source: Path) -> frozenset[Change]:
    """Return the changes that nbgrader finds between its own grade cells and the released ones."""
    cells = zip(read_notebook(source.read_text(encoding="utf-8")).cells, released_notebook(source).cells, strict=True)
    return frozenset(
        (grade_id(own), compute_checksum(own), compute_checksum(released))
        for own, released in cells
        if is_grade(own) and not is_solution(own)
    )


hidden_tests = HiddenTestsFilter()
