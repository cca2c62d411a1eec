"""What goes on while files are watched: the events, and the check that runs beside the screen."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ..process.checking import CannotStart, check_file
from ..process.spare import Spares
from ..report.report import FileReport
from ..targets import Target
from .watch_screen import Shown


class Saved(NamedTuple):
    """A file was saved, or emptied, or it is gone."""

    file: Path


class Grown(NamedTuple):
    """A check has got further; `whole` when it is at its end."""

    run: int
    report: FileReport
    whole: bool


class Failed(NamedTuple):
    """A check could not start."""

    error: CannotStart


Event = Saved | Grown | Failed | str


@dataclass
class Watch:
    """What goes on while files are watched."""

    targets: list[Target]
    spares: Spares
    shown: Shown
    events: queue.Queue[Event] = field(default_factory=queue.Queue)
    run: int = 0
    at: int = 0
    thread: threading.Thread | None = None

    def check(self, number: int) -> None:
        """Begin to check a target; a check that is still going on is ended."""
        if self.thread is not None and self.is_busy():
            self.spares.interrupt()
            self.thread.join()
        self.run, self.at = self.run + 1, number
        target = self.targets[number]
        self.thread = threading.Thread(target=self._check, args=(self.run, target), daemon=True)
        self.thread.start()

    def saved(self, file: Path) -> None:
        """Begin to check the work that a saved file is a form of; one that is gone counts if it was checked last."""
        number = next(number for number, target in enumerate(self.targets) if file in target.watched)
        target = self.targets[number]
        if file == target.file or file.is_file():
            self.targets[number] = target._replace(file=file, note=None)
            self.check(number)

    def is_busy(self) -> bool:
        """Tell whether a check goes on."""
        return self.thread is not None and self.thread.is_alive()

    def _check(self, run: int, target: Target) -> None:
        last: FileReport | None = None
        try:
            for report in check_file(self.spares, target.file, target.assignment, target.note):
                last = report
                self.events.put(Grown(run, report, whole=False))
        except CannotStart as error:
            self.events.put(Failed(error))
        if last is not None:
            self.events.put(Grown(run, last, whole=True))
