"""Scratch folders of a run; the next run removes those of a run that was killed."""

from __future__ import annotations

import contextlib
import fcntl
import os
import tempfile
from pathlib import Path
from types import TracebackType

from autograder.worker.shared.remove import remove

PREFIX = "autograder-"


class Scratch:
    """A private folder in TMPDIR, locked for as long as its owner lives."""

    def __init__(self) -> None:
        made = None
        while made is None:
            made = _make_locked()
        self.path, self._lock = made

    def __enter__(self) -> Path:
        """Return the folder, for a `with` statement."""
        return self.path

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Remove the folder."""
        self.close()

    def close(self) -> None:
        """Remove the folder with everything in it."""
        remove(str(self.path))
        os.close(self._lock)


def _make_locked() -> tuple[Path, int] | None:
    """Return a new folder and its lock; None if another run swept it away before it was locked."""
    path = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return None
    fcntl.flock(lock, fcntl.LOCK_EX)
    if path.exists():
        return path, lock
    os.close(lock)
    return None


def sweep() -> None:
    """Remove the scratch folders of this user whose owner has ended."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):  # another user's, or removed meanwhile
            _remove_unless_owned(path)


def _remove_unless_owned(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(descriptor).st_uid == os.geteuid():
            remove(str(path))
    finally:
        os.close(descriptor)
