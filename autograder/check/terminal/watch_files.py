"""Noticing that a file was saved: by watchfiles where it is installed, and always by looking at the files as well."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

STEP = 10  # milliseconds without a change after which watchfiles tells of the changes before
LOOK = 500  # milliseconds after which the files are looked at all the same: network drives tell of no changes
POLL = 0.05  # seconds between two looks where watchfiles is missing
Signature = tuple[int, int]


def watch_files(files: Sequence[Path], tell: Callable[[Path], None], stop: threading.Event) -> None:
    """Tell each file that is saved, until `stop` is set."""
    before = {file: _signature(file) for file in files}
    for _ in _moments(files, stop):
        for file in files:
            now = _signature(file)
            if now is not None and now != before[file]:
                before[file] = now
                tell(file)


def _signature(file: Path) -> Signature | None:
    """Return what changes when a file is saved; None while it is missing or empty, as in the middle of being saved."""
    try:
        found = file.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size) if found.st_size else None


def _moments(files: Sequence[Path], stop: threading.Event) -> Iterator[object]:
    """Yield whenever it is worth to look at the files."""
    try:
        from watchfiles import watch
    except ImportError:
        while not stop.wait(POLL):
            yield None
        return
    folders = sorted({file.parent for file in files})
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
