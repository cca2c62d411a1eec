"""Watching: each save is checked, and keys change what the screen shows."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable, Sequence

from rich.console import Console

from .. import progress
from ..model import State
from ..process.spare import Spares
from ..report.report import FileReport
from ..targets import Target
from .keys import read_keys, single_keys
from .watch_files import watch_files
from .watch_screen import Shown, draw, draw_patience, next_view
from .watch_state import Failed, Grown, Saved, Watch

PATIENCE = 0.6  # seconds after which the screen says that a check goes on
QUIT = {"q", "Q", "\x03", "\x04", "\x1b"}


def watch(targets: Sequence[Target], language: int) -> int:
    """Check on every save until q is pressed; return 0 when all that was shown last is right, 1 when not."""
    console = Console(highlight=False)
    stop = threading.Event()
    with Spares() as spares, single_keys():
        state = Watch([*targets], spares, Shown(language))
        files = [file for target in targets for file in target.watched]
        _start(watch_files, files, lambda file: state.events.put(Saved(file)), stop)
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
    return 0 if report is not None and report.passes(targets[state.at].exercises) else 1


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
        state.saved(event.file)
        return True
    elif isinstance(event, Failed):
        raise event.error
    elif not _take(state, event):
        return True
    draw(console, state.shown, keys=sys.stdin.isatty())
    return True


def _take(state: Watch, event: Grown) -> bool:
    """Take a whole report; return whether it is to be drawn. At first, files that are all right are passed over."""
    if event.run != state.run:
        return False
    target = state.targets[state.at]
    if not event.whole:
        state.shown = state.shown._replace(report=event.report, named=target.exercises)
        last = event.report.exercises[-1:]
        return any(one.state is State.too_slow for one in last)  # the rest takes another process and a while
    if state.run <= state.at + 1 and event.report.passes(target.exercises) and state.at + 1 < len(state.targets):
        state.check(state.at + 1)
        return False
    remembered = progress.read(target.file.parent)
    broken = _broken(event.report, (*state.shown.broken, *remembered.passed.get(target.assignment, [])))
    for exercise in event.report.exercises:
        remembered.add(target.assignment, exercise)
    progress.write(target.file.parent, remembered)
    state.shown = state.shown._replace(
        report=event.report, hints=remembered.hints, named=target.exercises, broken=broken
    )
    return True


def _broken(report: FileReport, passed: Sequence[str]) -> tuple[str, ...]:
    """Return the exercises that passed before and no longer do, until they pass again."""
    return tuple(one.name for one in report.exercises if one.name in passed and one.state is not State.passed)
