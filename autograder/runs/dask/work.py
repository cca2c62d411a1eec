"""What happens on a Dask worker: one shard for each of its threads, kept warm for as long as the worker lives."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from distributed import Event

from autograder.course.errors import GraderError
from autograder.course.load import load_course
from autograder.results.digest import Fingerprints
from autograder.runs.grading import Graded, Grading
from autograder.runs.handle import Shard
from autograder.sandbox.levels import strongest
from autograder.submissions.handin import Handin

OTHER_RULES = (
    "A Dask worker ({folder}) would grade {name} by other rules than this machine: its suites, solutions, manifest, "
    "libraries, Python or isolation differ. Install the same on both."
)


@dataclass(frozen=True)
class Order:
    """What is the same for all batches of a run: the seed, and the fingerprint of the rules of each assignment."""

    seed: str
    rules: tuple[tuple[str, str], ...]


class _Kept(threading.local):
    """The shard of a thread and the order it works on; nothing else of a Dask worker outlives a batch."""

    order: Order | None = None
    shard: Shard[Handin, Graded] | None = None


_kept = _Kept()


def grade_batch(ticket: str, order: Order, handins: list[Handin]) -> list[Graded] | None:
    """Grade a batch; return None, and do nothing, if a worker was lost while it graded the same batch.

    A batch that was graded to its end, and whose results were lost later, is graded again.

    Raises `GraderError` when this worker would grade by other rules.
    """
    begun = Event(ticket)
    if begun.is_set():
        return None
    begun.set()
    try:
        shard = _shard_for(order)
        return [shard.run(handin) for handin in handins]
    finally:
        begun.clear()


def _shard_for(order: Order) -> Shard[Handin, Graded]:
    if _kept.shard is None or _kept.order != order:
        if _kept.shard is not None:
            _kept.shard.close()
        _kept.shard, _kept.order = None, None
        _kept.shard, _kept.order = _new_shard(order), order
    return _kept.shard


def _new_shard(order: Order) -> Shard[Handin, Graded]:
    course = load_course(Path.cwd())
    ours = Fingerprints(course, order.seed, strongest().name)
    for name, rules in order.rules:
        if name not in course.assignments or ours.rules(name) != rules:
            raise GraderError(OTHER_RULES.format(folder=course.root, name=name))
    assignments = [course.assignments[name] for name, _ in order.rules]
    return Shard(Grading(course, assignments, order.seed), None)
