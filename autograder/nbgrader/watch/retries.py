"""When a hand-in that got no feedback is tried again: later and later, so that it keeps nobody waiting."""

from __future__ import annotations

import time

from autograder.nbgrader.watch.todo import Key

FIRST_SECONDS, MOST_SECONDS = 60.0, 3600.0


class Retries:
    """The hand-ins that failed in this run."""

    def __init__(self) -> None:
        self._next: dict[Key, float] = {}
        self._seconds: dict[Key, float] = {}

    def failed(self, hand_in: Key) -> float:
        """Return in how many seconds to try again, twice as many as before."""
        seconds = min(2 * self._seconds.get(hand_in, FIRST_SECONDS / 2), MOST_SECONDS)
        self._seconds[hand_in], self._next[hand_in] = seconds, time.monotonic() + seconds
        return seconds

    def succeeded(self, hand_in: Key) -> None:
        """Forget that a hand-in failed."""
        self._next.pop(hand_in, None)
        self._seconds.pop(hand_in, None)

    def is_known(self, hand_in: Key) -> bool:
        """Tell whether a hand-in has failed in this run."""
        return hand_in in self._next

    def waiting(self) -> set[Key]:
        """Return those whose time has not come."""
        now = time.monotonic()
        return {hand_in for hand_in, due in self._next.items() if due > now}

    def count(self, student: str, assignment: str) -> int:
        """Return how many hand-ins of a student for an assignment have failed and not succeeded since."""
        return sum(hand_in[:2] == (student, assignment) for hand_in in self._next)
