"""How a long command ends when it is told to: Ctrl-C and SIGTERM both say what is done and how to go on."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sized
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import typer

GO_ON = "To go on, run the same command with --resume."
BY_SIGNAL = 128  # what a shell adds to the number of the signal that ended a command


class _Terminated(KeyboardInterrupt):
    """SIGTERM, taken as Ctrl-C is."""


@contextmanager
def stoppable(done: Sized, total: int, out: Path) -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end what runs here; say how much is `done`, and exit as a shell says it."""
    with until_stopped(lambda: f"{len(done)} of {total} results are in {out}. {GO_ON}"):
        yield


@contextmanager
def until_stopped(what_is_done: Callable[[], str]) -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end what runs here; say what is done, and exit as a shell says it."""
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    except KeyboardInterrupt as stopped:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        number = signal.SIGTERM if isinstance(stopped, _Terminated) else signal.SIGINT
        typer.echo(f"Stopped. {what_is_done()}", err=True)
        raise typer.Exit(BY_SIGNAL + number) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise _Terminated
