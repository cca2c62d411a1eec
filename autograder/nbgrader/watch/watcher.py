"""Working off what is found in the exchange, one hand-in after the other, and saying what becomes of each."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from autograder.nbgrader.engine import close_engine_of
from autograder.nbgrader.watch.course import WatchedCourse
from autograder.nbgrader.watch.retries import Retries
from autograder.nbgrader.watch.steps import EngineOwner, give_feedback
from autograder.nbgrader.watch.todo import Refusal, Work, find_work
from autograder.nbgrader.watch.untrusted import Refused, Unfinished

LONGEST_REASON = 300  # characters
MOST_FAILED = 20  # hand-ins of a student for an assignment that are tried until one of them is graded


class Watcher:
    """Gives feedback in one course; `given` counts the pages, and `problems` the hand-ins that have none for a reason.

    A hand-in that may be on its way is named when it has been so for `patience` seconds.
    """

    def __init__(
        self,
        course: WatchedCourse,
        assignments: Sequence[str],
        pause: float,
        patience: float,
        say: Callable[[str], None],
    ) -> None:
        self._course = course
        self._assignments = assignments
        self._pause = pause
        self._patience = patience
        self._say = say
        self._owner = EngineOwner()
        self._retries = Retries()
        self._first_seen: dict[str, float] = {}
        self._said: set[object] = set()
        self._last_assignment = ""
        self.given = 0
        self.problems = 0

    def work_off(self) -> None:
        """Give feedback on every hand-in that is there and does not have to wait."""
        try:
            while work := self._next():
                self._do(work)
        except (OSError, SQLAlchemyError) as error:  # of the exchange or the gradebook: they may come back
            self.problems += 1
            self._say_once(f"The exchange cannot be read: {_reason(error)}")

    def close(self) -> None:
        """End the process that grades."""
        close_engine_of(self._owner)

    def _next(self) -> Work | None:
        """Return the first hand-in that is due; the exchange is read again for each, so that it is the student's last.

        Those of the last assignment come first, because its suite is loaded.
        """
        due = []
        for found in find_work(self._course, self._assignments, self._pause, self._retries.waiting()):
            if isinstance(found, Refusal):
                self._refuse(found)
            elif found.wait > 0:
                text = f"{_name(found)}: handed in again; the feedback follows in {_duration(found.wait)}"
                self._say_once(text, found.key)
            elif self._failed(found) < MOST_FAILED or self._retries.is_known(found.key):
                due.append(found)
        return min(due, key=self._order, default=None)

    def _order(self, work: Work) -> tuple[int, bool, datetime]:
        """Return what sorts hand-ins: those of a student whose others failed keep nobody waiting."""
        return self._failed(work), work.assignment != self._last_assignment, work.time or datetime.min

    def _failed(self, work: Work) -> int:
        return self._retries.count(work.student, work.assignment)

    def _do(self, work: Work) -> None:
        started = time.monotonic()
        self._last_assignment = work.assignment
        try:
            score, points = give_feedback(self._course, work, self._owner)
        except Exception as error:  # nothing about one hand-in may stop the others
            if not isinstance(error, Refused):
                self.close()  # it may still be busy with this hand-in
            self.problems += 1
            seconds = self._retries.failed(work.key)
            self._say(f"{_name(work)}: no feedback: {_reason(error)}; tried again in {_duration(seconds)}")
        else:
            self._retries.succeeded(work.key)
            self.given += 1
            seconds = time.monotonic() - started
            self._say(f"{_name(work)}: {score:g} of {points:g}, feedback released ({seconds:.1f} s)")

    def _refuse(self, refusal: Refusal) -> None:
        text = f"{refusal.folder.path.name}: left in the exchange: {refusal.reason}"
        first = self._first_seen.setdefault(text, time.monotonic())
        patience = self._patience if isinstance(refusal.reason, Unfinished) else 0.0
        if time.monotonic() - first >= patience and self._say_once(text):
            self.problems += 1

    def _say_once(self, text: str, about: object = None) -> bool:
        """Return whether this is said for the first time; `about` names it where the words may change."""
        new = (about or text) not in self._said
        self._said.add(about or text)
        if new:
            self._say(text)
        return new


def _name(work: Work) -> str:
    return f"{work.student} {work.assignment}"


def _reason(error: Exception) -> str:
    text = str(error) if isinstance(error, Refused) else f"{type(error).__name__}: {error}"
    return " ".join(text.split())[:LONGEST_REASON]


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
