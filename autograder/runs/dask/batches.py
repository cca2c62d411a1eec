"""Cutting a class into batches that carry their contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.course.manifest import Course
from autograder.submissions.handin import Handin

MAX_HANDINS = 16  # what is done again when a worker is lost, and about a second of work
MAX_BYTES = 8 << 20
ROUNDS = 4  # batches for each thread at least, so that none waits long for the last


def cut(handins: Sequence[Handin], course: Course, threads: int) -> Iterator[list[Handin]]:
    """Yield batches of loaded hand-ins, read when they are asked for.

    One that could not be read, by a fault of the machine, is left without contents.
    """
    most = max(1, min(MAX_HANDINS, len(handins) // (ROUNDS * max(1, threads))))
    batch: list[Handin] = []
    weight = 0
    for handin in (_loaded(one, course) for one in handins):
        if batch and (len(batch) == most or weight + _size(handin) > MAX_BYTES):
            yield batch
            batch, weight = [], 0
        batch.append(handin)
        weight += _size(handin)
    if batch:
        yield batch


def _loaded(handin: Handin, course: Course) -> Handin:
    try:
        return handin.loaded(course.limits_of(handin.assignment))
    except OSError:
        return handin


def _size(handin: Handin) -> int:
    contents = handin.contents
    return 0 if contents is None else len(contents.data) + sum(map(len, contents.files.values()))
