"""A hand-in off the disk: the bytes of the file to grade and of the files beside it."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course.manifest import Limits
from autograder.course.text import Text

MAX_HELPER_FILES = 200
MAX_HELPER_BYTES = 32 << 20
NOTEBOOK_FACTOR = 10  # a notebook's stored outputs may make its file this much larger than its source
OURS = (errno.EIO, errno.ESTALE, errno.EMFILE, errno.ENFILE, errno.ENOMEM)  # the machine's fault, not the hand-in's

TOO_LARGE = Text("文件太大：超过 {limit} MB。", "The file is too large: more than {limit} MB.")
UNREADABLE = Text("文件读不出来：{reason}。", "The file cannot be read: {reason}.")


@dataclass(frozen=True)
class Contents:
    """What was handed in, or the problem that kept it from being read; `files` holds the rest of the folder."""

    data: bytes = b""
    files: dict[str, bytes] = field(default_factory=dict)
    problem: Text | None = None


def read_contents(path: Path, limits: Limits) -> Contents:
    """Read a hand-in; raise `OSError` only where the machine is at fault."""
    megabytes = limits.source_mb * (NOTEBOOK_FACTOR if path.suffix == ".ipynb" else 1)
    try:
        if path.stat().st_size > megabytes << 20:
            return Contents(problem=TOO_LARGE.format(limit=megabytes))
        return Contents(path.read_bytes(), dict(_files(path.parent, limits.file_mb << 20)))
    except OSError as error:
        if error.errno in OURS:
            raise
        return Contents(problem=UNREADABLE.format(reason=error.strerror or error))


def _files(folder: Path, largest: int) -> Iterator[tuple[str, bytes]]:
    """Yield the ordinary files beside a submission, links left out, until the limits are reached."""
    left, count = MAX_HELPER_BYTES, 0
    for path in _ordinary_files(folder):
        with contextlib.suppress(OSError):  # one that cannot be read is as good as not there
            size = path.stat().st_size
            if size > min(left, largest):
                continue
            count, left = count + 1, left - size
            if count > MAX_HELPER_FILES:
                return
            yield str(path.relative_to(folder)), path.read_bytes()


def _ordinary_files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__pycache__")
        for name in sorted(names):
            path = Path(place, name)
            if path.suffix != ".ipynb" and not path.is_symlink() and path.is_file():
                yield path
