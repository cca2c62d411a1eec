"""The time that a worker may take: so much of a processor, and so much by the clock on the wall.

What counts is the processor's time, so a right answer is not stopped because the machine is busy. The time on the wall
ends what sleeps or waits, and lets others compute in its place.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from autograder.worker.shared.wire import TooSlow

WALL_FACTOR = 4  # the seconds on the wall for each second of a processor
SHORTEST_WAIT = 0.01  # seconds


class WaitedTooLong(TooSlow):
    """The time on the wall was over, and the worker had hardly computed."""


@dataclass(frozen=True)
class TimeLimit:
    """The seconds that are left: of a processor (`cpu`) and on the wall."""

    cpu: float
    wall: float

    @classmethod
    def of(cls, cpu: float) -> TimeLimit:
        """Return the limit for so many seconds of a processor."""
        return cls(cpu, WALL_FACTOR * cpu)


class Stopwatch:
    """Measures what is left of a limit from now on; `cpu_seconds` reads the time that a worker has computed so far."""

    def __init__(self, limit: TimeLimit, cpu_seconds: Callable[[], float]) -> None:
        self._limit = limit
        self._cpu_seconds = cpu_seconds
        self._cpu, self._wall = cpu_seconds(), time.monotonic()

    def left(self) -> TimeLimit:
        """Return what is left."""
        cpu, wall = self._cpu_seconds() - self._cpu, time.monotonic() - self._wall
        return TimeLimit(self._limit.cpu - cpu, self._limit.wall - wall)

    def wait(self) -> float:
        """Return how long to wait before asking again; raise `TooSlow` when nothing is left."""
        left = self.left()
        if left.cpu <= 0:
            raise TooSlow
        if left.wall <= 0:
            raise WaitedTooLong
        return max(SHORTEST_WAIT, min(left.cpu, left.wall))
