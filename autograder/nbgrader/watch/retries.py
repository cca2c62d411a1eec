"""When a hand-in that got no feedback is tried again: later and later, so that it keeps nobody waiting."""

from __future__ import annotations

import time
from pathlib import Path

FIRST_SECONDS, MOST_SECONDS = 60.0, 3600.0


class Retries:
    """The hand-ins that failed in this run, by their folders."""

    def __init__(self) -> None:
        self._next: dict[Path, float] = {}
        self._seconds: dict[Path, float] = {}

    def failed(self, place: Path) -> float:
        """Return in how many seconds to try again, twice as many as before."""
        seconds = min(2 * self._seconds.get(place, FIRST_SECONDS / 2), MOST_SECONDS)
        self._seconds[place], self._next[place] = seconds, time.monotonic() + seconds
        return seconds

    def succeeded(self, place: Path) -> None:
        """Forget that a hand-in failed."""
        self._next.pop(place, None)
        self._seconds.pop(place, None)

    def waiting(self) -> set[Path]:
        """Return those whose time has not come."""
        now = time.monotonic()
        return {place for place, due in self._next.items() if due > now}
