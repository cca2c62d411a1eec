"""The systems results can be exported to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from autograder.course.manifest import Course
from autograder.results.writer import Record

Writer = Callable[[Course, Sequence[Record], str], None]  # the last is the address to write to; empty for the usual one


def _nbgrader(course: Course, records: Sequence[Record], address: str) -> None:
    from autograder.export.nbgrader import write_gradebook  # here: it is slow, and not every course has nbgrader

    write_gradebook(course, records, address)


WRITERS: dict[str, Writer] = {"nbgrader": _nbgrader}
