"""Files in folders that students write to, also while they are read: no link is followed and nothing is waited for."""

from __future__ import annotations

import errno
import os
import pwd
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

MOST_FILES = 10_000
KILOBYTE = 1000  # as nbgrader counts
NOT_FOLLOWED = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK


class Refused(Exception):
    """A hand-in stays in the exchange; the message says why."""


class Unfinished(Refused):
    """A hand-in stays in the exchange for now: it may still be on its way."""


class ForeignOwner(Refused):
    """A hand-in belongs to somebody else than its name says."""


@contextmanager
def open_directory(path: Path | str, owner: str = "", parent: int | None = None) -> Iterator[int]:
    """Lend a descriptor of a directory; raise `Refused` where it is none, or not of the user `owner` if that is given.

    A name is looked for in the open directory `parent`.
    """
    try:
        descriptor = os.open(path, NOT_FOLLOWED | os.O_DIRECTORY, dir_fd=parent)
    except PermissionError:
        raise Unfinished("a folder of it may not be read") from None
    except OSError as error:
        raise Refused(f"it is no folder ({error.strerror})") from None
    try:
        user = _user(os.fstat(descriptor).st_uid)
        if owner and user != owner:
            raise ForeignOwner(f"the folder belongs to {user}, not to {owner}")
        yield descriptor
    finally:
        os.close(descriptor)


def read_file(directory: int, name: str, most: int) -> bytes:
    """Return the first `most` bytes of an ordinary file in an open directory; raise `OSError` where it is none."""
    descriptor = os.open(name, NOT_FOLLOWED, dir_fd=directory)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not an ordinary file", name)
        return file.read(most)


class Copy:
    """Copies folders as far as `rules` allow, which are nbgrader's coursedir: its `ignore`, `include` and sizes."""

    def __init__(self, rules: Any) -> None:
        self._rules = rules
        self._files_left = MOST_FILES
        self._bytes_left = rules.max_dir_size * KILOBYTE

    def directory(self, source: int, target: Path) -> None:
        """Copy the ordinary files of an open directory, and of those inside it, into a new one.

        Raises `Refused` where they are too large or too many, and `Unfinished` where one may not be read.
        """
        target.mkdir()
        for name in os.listdir(source):
            self._files_left -= 1
            if self._files_left < 0:
                raise Refused(f"it has more than {MOST_FILES} files")
            if not _matches(name, self._rules.ignore):
                self._entry(source, name, target / name)

    def _entry(self, source: int, name: str, target: Path) -> None:
        mode = os.stat(name, dir_fd=source, follow_symlinks=False).st_mode
        if stat.S_ISDIR(mode):
            with open_directory(name, parent=source) as directory:
                self.directory(directory, target)
        elif stat.S_ISREG(mode) and _matches(name, self._rules.include):
            self._file(source, name, target)

    def _file(self, source: int, name: str, target: Path) -> None:
        """Copy a file, or nothing of one that is larger than nbgrader copies."""
        most = min(self._bytes_left, self._rules.max_file_size * KILOBYTE)
        try:
            data = read_file(source, name, most + 1)
        except PermissionError:
            raise Unfinished(f"{name} may not be read") from None
        self._bytes_left -= len(data)
        if self._bytes_left < 0:
            raise Refused(f"it is larger than {self._rules.max_dir_size} kB (CourseDirectory.max_dir_size)")
        if len(data) <= most:
            target.write_bytes(data)


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def _user(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"user {number}"
