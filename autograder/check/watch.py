"""Watching: each save is checked, and keys change what the screen shows."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from rich.console import Console

from . import progress
from .checking import CannotStart, check_file
from .command import is_right
from .report import FileReport
from .spare import Spares
from .targets import Target
from .watch_files import watch_files
from .watch_keys import read_keys, single_keys
from .watch_screen import Shown, draw, draw_patience, next_view

PATIENCE = 0.6  # seconds after which the screen says that a check goes on
QUIT = {"q", "Q", "\x03", "\x04", "\x1b"}


class Saved(NamedTuple):
    """A file was saved."""

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

    targets: Sequence[Target]
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

    def is_busy(self) -> bool:
        """Tell whether a check goes on."""
        return self.thread is not None and self.thread.is_alive()

    def _check(self, run: int, target: Target) -> None:
        last: FileReport | None = None
        try:
            for report in check_file(self.spares, target.file, target.assignment):
                last = report
                self.events.put(Grown(run, report, whole=False))
        except CannotStart as error:
            self.events.put(Failed(error))
        if last is not None:
            self.events.put(Grown(run, last, whole=True))


def watch(targets: Sequence[Target], language: int) -> int:
    """Check on every save until q is pressed; return 0 when all that was shown last is right, 1 when not."""
    console = Console(highlight=False)
    stop = threading.Event()
    with Spares() as spares, single_keys():
        state = Watch(targets, spares, Shown(language))
        _start(watch_files, [target.file for target in targets], lambda file: state.events.put(Saved(file)), stop)
        _start(read_keys, state.events.put)
        state.check(0)
        try:
            while _handle(state, console):
                pass
        except KeyboardInterrupt:
            pass
        finally:
            stop.set()
    report = state.shown.report
    return 0 if report is not None and is_right(report, targets[state.at]) else 1


def _start(function: Callable[..., None], *arguments: object) -> None:
    threading.Thread(target=function, args=arguments, daemon=True).start()


def _handle(state: Watch, console: Console) -> bool:
    """Wait for one event and act on it; return whether to go on."""
    try:
        event = state.events.get(timeout=PATIENCE)
    except queue.Empty:
        draw_patience(console, state.shown, busy=state.is_busy())
        event = state.events.get()
    if isinstance(event, str):
        if event in QUIT:
            return False
        state.shown = next_view(state.shown, event)
    elif isinstance(event, Saved):
        state.check(next(number for number, target in enumerate(state.targets) if target.file == event.file))
        return True
    elif isinstance(event, Failed):
        raise event.error
    elif not _take(state, event):
        return True
    draw(console, state.shown, keys=sys.stdin.isatty())
    return True


def _take(state: Watch, event: Grown) -> bool:
    """Take a whole report; return whether it is to be drawn. At first, files that are all right are passed over."""
    if event.run != state.run or not event.whole:
        return False
    target = state.targets[state.at]
    if state.run <= state.at + 1 and is_right(event.report, target) and state.at + 1 < len(state.targets):
        state.check(state.at + 1)
        return False
    remembered = progress.read(target.file.parent)
    for exercise in event.report.exercises:
        remembered.add(target.assignment, exercise)
    progress.write(target.file.parent, remembered)
    state.shown = state.shown._replace(report=event.report, hints=remembered.hints, named=target.exercises)
    return True
