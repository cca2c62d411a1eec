"""The bytes of a hand-in: those of the file to grade, and those of the other files in its folder."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course.errors import NotGradable
from autograder.course.manifest import Limits
from autograder.course.text import Text
from autograder.submissions.archive_names import MOST_FOLDERS

MAX_HELPER_FILES = 200
MAX_SEEN_FILES = 10_000  # in a student's folder; those after them are not even looked at
MAX_HELPER_BYTES = 32 << 20
NOTEBOOK_FACTOR = 10  # a notebook's stored outputs may make its file this much larger than its source
MACHINE_ERRORS = (errno.EIO, errno.ESTALE, errno.EMFILE, errno.ENFILE, errno.ENOMEM)

TOO_LARGE = Text("文件太大：超过 {limit} MB。", "The file is too large: more than {limit} MB.")
UNREADABLE = Text("文件读不出来：{reason}。", "The file cannot be read: {reason}.")


@dataclass(frozen=True)
class Contents:
    """What was handed in, or the problem that kept it from being read; `files` holds the rest of the folder."""

    data: bytes = b""
    files: dict[str, bytes] = field(default_factory=dict)
    problem: Text | None = None


def is_notebook_file(path: Path) -> bool:
    """Tell whether a file is a notebook, by its name."""
    return path.suffix.lower() == ".ipynb"


def read_contents(path: Path, limits: Limits, beside: Sequence[tuple[str, Path]] | None = None) -> Contents:
    """Read a hand-in; raise `OSError` only where the machine is at fault.

    `beside` has the student's other files by name; without it they are all those in the folder of the file.
    """
    megabytes = limits.source_mb * (NOTEBOOK_FACTOR if is_notebook_file(path) else 1)
    try:
        if path.stat().st_size > megabytes << 20:
            return Contents(problem=TOO_LARGE.format(limit=megabytes))
        others = _files_in(path.parent) if beside is None else beside
        return Contents(path.read_bytes(), dict(_helper_files(others, limits.file_mb << 20)))
    except OSError as error:
        if error.errno in MACHINE_ERRORS:
            raise
        return Contents(problem=UNREADABLE.format(reason=error.strerror or error))


def require_size(cells: Iterable[str], megabytes: int) -> None:
    """Raise `NotGradable` where the code of a submission is larger than it may be."""
    if sum(len(cell.encode("utf-8", "surrogatepass")) for cell in cells) > megabytes << 20:
        raise NotGradable(TOO_LARGE.format(limit=megabytes))


def _helper_files(files: Iterable[tuple[str, Path]], max_bytes: int) -> Iterator[tuple[str, bytes]]:
    """Yield the bytes of a student's files by name until the limits are reached; skip those of over `max_bytes`."""
    bytes_left, count = MAX_HELPER_BYTES, 0
    for name, path in itertools.islice(files, MAX_SEEN_FILES):
        with contextlib.suppress(OSError):  # a file that cannot be read is left out
            size = path.stat().st_size
            if size > min(bytes_left, max_bytes):
                continue
            count, bytes_left = count + 1, bytes_left - size
            if count > MAX_HELPER_FILES:
                return
            yield name, path.read_bytes()


def _files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the ordinary files in a folder, but for notebooks and what lies very deep, with their paths in it."""
    for parent, folders, names in os.walk(folder):
        deeper = len(Path(parent).parts) - len(folder.parts) < MOST_FOLDERS
        folders[:] = sorted(n for n in folders if deeper and not n.startswith(".") and n != "__pycache__")
        for name in sorted(names):
            path = Path(parent, name)
            if not is_notebook_file(path) and not path.is_symlink() and path.is_file():
                yield str(path.relative_to(folder)), path
