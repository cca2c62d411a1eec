"""Grading a class on a Dask cluster: batches are sent and results taken, whatever happens to workers."""

from __future__ import annotations

import uuid
from asyncio import CancelledError
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress

from distributed import Client, Event, Future, KilledWorker, as_completed
from distributed.comm import CommClosedError

from autograder.course.errors import GraderError
from autograder.course.manifest import Course
from autograder.results.digest import Fingerprints
from autograder.results.model import broken_result
from autograder.runs.dask.batches import cut
from autograder.runs.dask.work import Order, grade_batch
from autograder.runs.grading import Graded
from autograder.sandbox.levels import strongest
from autograder.submissions.handin import Handin

MIN_WINDOW = 64  # batches under way, so that a cluster that adapts itself sees what is to be done
BATCHES_PER_THREAD = 2
GONE = "The Dask scheduler does not answer any more. Start it again, then run the same command with --resume."


def grade_with(client: Client, course: Course, handins: Sequence[Handin], seed: str) -> Iterator[Graded]:
    """Yield the result of each hand-in as its batch comes back, with the tracebacks of any faults of ours.

    Raises `GraderError` when the cluster cannot be used.
    """
    names = {handin.assignment for handin in handins}
    fingerprints = Fingerprints(course, seed, strongest().name)
    order = Order(seed, tuple((name, fingerprints.rules(name)) for name in course.assignments if name in names))
    return _Run(client, course, order).grade(handins)


class _Run:
    """One class on the cluster.

    `_sent` holds the hand-ins of each batch that is under way, `_suspects` those that were lost with a worker once.
    These are sent alone and one after the other, so that none is blamed for what another one does to a worker.
    """

    def __init__(self, client: Client, course: Course, order: Order) -> None:
        self._client = client
        self._course = course
        self._order = order
        self._sent: dict[str, list[Handin]] = {}
        self._suspects: deque[Handin] = deque()
        self._alone = ""  # the ticket of the suspect that was sent last
        self._coming = as_completed()

    def grade(self, handins: Sequence[Handin]) -> Iterator[Graded]:
        try:
            batches = cut(handins, self._course, self._threads())
            yield from self._fill(batches)
            for future in self._coming:
                yield from self._take(future)
                yield from self._fill(batches)
        except (Exception, CancelledError) as error:
            if self._connected() and not isinstance(error, (CommClosedError, CancelledError)):
                raise
            raise GraderError(GONE) from None
        finally:
            self._forget_all()

    def _forget_all(self) -> None:
        """Take back what is under way; a scheduler that has gone remembers nothing, though the client may not know."""
        with suppress(OSError):
            for ticket in self._sent if self._connected() else ():
                self._forget(ticket)

    def _connected(self) -> bool:
        return bool(self._client.status == "running")

    def _threads(self) -> int:
        return sum(self._client.nthreads().values())

    def _fill(self, batches: Iterator[list[Handin]]) -> Iterator[Graded]:
        window = max(MIN_WINDOW, BATCHES_PER_THREAD * self._threads())
        while len(self._sent) < window and (batch := next(batches, None)) is not None:
            unread = [handin for handin in batch if handin.contents is None and handin.problem is None]
            yield from map(self._broken, unread)
            if len(unread) < len(batch):
                self._send([handin for handin in batch if handin not in unread])
        if self._suspects and self._alone not in self._sent:
            self._alone = self._send([self._suspects.popleft()])

    def _send(self, batch: list[Handin]) -> str:
        ticket = f"autograder-{uuid.uuid4().hex}"
        self._sent[ticket] = batch
        self._coming.add(self._client.submit(grade_batch, ticket, self._order, batch, key=ticket, pure=False))
        return ticket

    def _take(self, future: Future) -> Iterator[Graded]:
        """Yield the results of a batch; the hand-ins of a lost one are suspects, and a suspect lost again is broken."""
        batch = self._sent.pop(future.key)
        graded = self._outcome(future)
        future.release()  # or the batch would be graded again when the worker that holds its results is lost
        if graded is not None:
            yield from graded
            return
        self._forget(future.key)
        if future.key == self._alone:
            yield self._broken(batch[0])
        else:
            self._suspects.extend(batch)

    def _forget(self, ticket: str) -> None:
        """Take back what a worker that was lost has left with the scheduler."""
        Event(ticket, client=self._client).clear()

    def _outcome(self, future: Future) -> list[Graded] | None:
        try:
            graded: list[Graded] | None = future.result()
            return graded
        except KilledWorker:
            return None
        except GraderError:
            raise
        except Exception as error:
            raise GraderError(f"The Dask cluster lost a batch: {type(error).__name__}: {error}") from None

    def _broken(self, handin: Handin) -> Graded:
        return broken_result(handin.student, self._course.assignments[handin.assignment], self._order.seed), []
