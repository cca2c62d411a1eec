"""Unpacking a class handed over as a zip: within limits, and only ordinary files inside the target folder."""

from __future__ import annotations

import errno
import stat
import struct
import zipfile
import zlib
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from autograder.course.errors import GraderError, UsageError

MAX_FILES = 200_000
MAX_BYTES = 8 << 30
MAX_STUDENT_BYTES = 256 << 20  # of one student's files; a member beyond it is left without its content
MAX_STUDENT_FILES = 20_000  # members beyond it are left out
CHUNK_BYTES = 1 << 20
SHELL_BYTES = 1 << 30  # more than any file that is read
UTF8_FLAG = 0x800
INVALID_NAME = (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EINVAL)
UNREADABLE = (  # what the zipfile module raises for an archive that is damaged, encrypted, or compressed in another way
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, IndexError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip


def unpack_class(archive: Path, target: Path) -> Path:
    """Unpack `archive` into `target` and return the folder of the students.

    Raises `UsageError` if it is no zip, or larger than a class. One student whose files are too large stops nobody.
    """
    try:
        with zipfile.ZipFile(archive) as file:
            _unpack(file, target)
    except _TooLarge:
        limits = f"{MAX_FILES} files, {MAX_BYTES >> 30} GiB"
        raise UsageError(f"{archive} unpacks to more than a class: {limits}.") from None
    except (*UNREADABLE, OSError) as error:
        raise UsageError(f"{archive} is not a readable zip file: {error}") from None
    return _class_folder(target)


class _TooLarge(Exception):
    """The archive holds more than a class."""


def _unpack(file: zipfile.ZipFile, target: Path) -> None:
    """Write the members of an archive within the limits, counting the bytes that really come out of them."""
    members = [(info, _path_names(info)) for info in file.infolist() if not info.is_dir()]
    if len(members) > MAX_FILES:
        raise _TooLarge
    level = 0 if len({parts[0] for _, parts in members if parts}) > 1 else 1  # of the students' folders
    files, sizes, total = Counter[str](), Counter[str](), 0
    for info, parts in members:
        student = parts[min(level, len(parts) - 1)] if parts else ""
        files[student] += 1
        if parts and files[student] <= MAX_STUDENT_FILES:
            size = _extract(file, info, target.joinpath(*parts), MAX_STUDENT_BYTES - sizes[student])
            sizes[student] += size
            total += size
        if total > MAX_BYTES:
            raise _TooLarge


def _path_names(info: zipfile.ZipInfo) -> tuple[str, ...]:
    """Return the names in a member's path; none for a symbolic link, or a path that leads out of the target."""
    parts = PurePosixPath(_name(info).replace("\\", "/")).parts
    outside = not parts or parts[0] == "/" or ".." in parts
    return () if outside or stat.S_ISLNK(info.external_attr >> 16) else parts


def _extract(file: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, most: int) -> int:
    """Write one member and return its size; of one that is longer than `most` bytes only an empty shell is left.

    A member whose name is not possible here is left out. Raises `GraderError` if the disk fails.
    """
    with file.open(info) as source:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as copy:
                return _copy(source, copy, most)
        except OSError as error:
            if error.errno not in INVALID_NAME:
                raise GraderError(f"{path} cannot be unpacked: {error.strerror}.") from None
            return 0


def _copy(source: IO[bytes], copy: BinaryIO, most: int) -> int:
    """Copy a file in chunks and return how many bytes were read."""
    size = 0
    while size <= most and (chunk := source.read(CHUNK_BYTES)):
        size += len(chunk)
        copy.write(chunk)
    if size > most:
        copy.truncate(0)
        copy.truncate(SHELL_BYTES)  # a hole in the file; it takes no room, and is refused as too large
    return size


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; Windows writes Chinese names in GBK and does not say so."""
    if info.flag_bits & UTF8_FLAG:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gbk")
    except UnicodeError:
        return info.filename


def _class_folder(target: Path) -> Path:
    """Return the folder of the students: the only top folder if it holds nothing but folders, otherwise `target`."""
    entries = [entry for entry in target.iterdir() if entry.name != "__MACOSX"]
    if len(entries) == 1 and entries[0].is_dir():
        inner = [entry for entry in entries[0].iterdir() if not entry.name.startswith(".")]
        if inner and all(entry.is_dir() for entry in inner) and any(_holds_files(entry) for entry in inner):
            return entries[0]
    return target


def _holds_files(folder: Path) -> bool:
    return any(entry.is_file() for entry in folder.rglob("*"))
