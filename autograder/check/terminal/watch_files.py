"""Noticing that a file was saved: by watchfiles where it is installed, and always by looking at the files as well."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

STEP = 10  # milliseconds without a change after which watchfiles tells of the changes before
LOOK = 500  # milliseconds after which the files are looked at all the same: network drives tell of no changes
PATIENCE = 1.0  # seconds after which a file that is missing or empty is not just being saved
POLL = 0.05  # seconds between two looks where watchfiles is missing
Signature = tuple[int, int]


def watch_files(files: Sequence[Path], tell: Callable[[Path], None], stop: threading.Event) -> None:
    """Tell each file that is saved, and each that stays missing or empty, until `stop` is set."""
    looks = {file: _Look(_signature(file)) for file in files}
    for _ in _moments(files, stop):
        for file, look in looks.items():
            if look.is_new(_signature(file), time.monotonic()):
                tell(file)


@dataclass
class _Look:
    """How a file was when it was last told of, and since when it is missing or empty, as in the middle of a save."""

    before: Signature | None
    lost: float | None = None

    def is_new(self, now: Signature | None, moment: float) -> bool:
        """Look once more; tell whether the file is to be told of."""
        if now == self.before or (now and now[1]):
            self.lost = None
        else:
            self.lost = self.lost or moment
        if now == self.before or (self.lost and moment - self.lost < PATIENCE):
            return False
        self.before = now
        return True


def _signature(file: Path) -> Signature | None:
    """Return what changes when a file is saved: the time and the size; None while it is missing."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _moments(files: Sequence[Path], stop: threading.Event) -> Iterator[object]:
    """Yield whenever it is worth to look at the files."""
    try:
        from watchfiles import watch
    except ImportError:
        while not stop.wait(POLL):
            yield None
        return
    folders = sorted({file.parent for file in files if file.parent.is_dir()})
    while not stop.is_set():
        try:
            yield from watch(
                *folders,
                watch_filter=None,
                debounce=5 * STEP,
                step=STEP,
                stop_event=stop,
                rust_timeout=LOOK,
                yield_on_timeout=True,
                raise_interrupt=False,
                recursive=False,
            )
        except OSError:  # a folder that cannot be watched, or no watches left
            time.sleep(POLL)
            yield None
