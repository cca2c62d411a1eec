"""Unpacking a class handed over as a zip, and the zips in it: within limits, and ordinary files inside the target."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import struct
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple

from autograder.course.errors import GraderError, UsageError
from autograder.submissions.archive_names import member_paths, owners_of

MAX_FILES = 200_000
MAX_BYTES = 8 << 30
MAX_STUDENT_BYTES = 256 << 20  # of one student's files; a member beyond it is left without its content
MAX_STUDENT_FILES = 20_000  # members beyond it are left out
CHUNK_BYTES = 1 << 20
SHELL_BYTES = 1 << 30  # more than any file that is read
ENCRYPTED_FLAG = 1
INVALID_NAME = (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EINVAL)
UNREADABLE = (  # what the zipfile module raises for an archive that is damaged, encrypted, or compressed in another way
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, IndexError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip
ENCRYPTED = "it is encrypted; unpack it with its password and grade the folder, or ask for a zip without one"
DAMAGED = "it is damaged or cut short ({error}); download it again, or ask for it again"


class TooLarge(Exception):
    """The archive holds more than it may."""


class Member(NamedTuple):
    """A file in a zip and its path in the target; no path where it is a link or would lie outside."""

    info: zipfile.ZipInfo
    parts: tuple[str, ...]


class Unpacked(NamedTuple):
    """What came out of a zip: the number of bytes, and why a member is not there, by its path."""

    size: int
    problems: dict[str, str]


def unpack_class(archive: Path, target: Path) -> Unpacked:
    """Unpack the zip of a class into `target`; one student whose files are too large or damaged stops nobody.

    Raises `UsageError` if it is no zip, none of its members can be read, or it is larger than a class.
    """
    try:
        unpacked = unpack_inner(archive, target, MAX_BYTES, of_class=True)
    except TooLarge:
        limits = f"{MAX_FILES} files, {MAX_BYTES >> 30} GiB"
        raise UsageError(f"{archive} unpacks to more than a class: {limits}.") from None
    except (*UNREADABLE, OSError) as error:
        raise UsageError(f"{archive} is not a readable zip file: {DAMAGED.format(error=error)}.") from None
    if unpacked.problems and not any(path.is_file() for path in target.rglob("*")):
        raise UsageError(f"{archive} is not a readable zip file: {next(iter(unpacked.problems.values()))}.")
    return unpacked


def unpack_inner(archive: Path, target: Path, most: int, of_class: bool) -> Unpacked:
    """Unpack a zip in a class: one student's, or that of the whole class, where each student has limits.

    Raises `TooLarge` if it has more than `most` bytes, or one of `UNREADABLE` or `OSError` if it is no zip.
    """
    with zipfile.ZipFile(archive) as file:
        members = _members(file)
        owners = owners_of([parts for _, parts in members]) if of_class else [""] * len(members)
        return _unpack(file, members, owners, target, most)


def _members(file: zipfile.ZipFile) -> list[Member]:
    infos = [info for info in file.infolist() if not info.is_dir()]
    if len(infos) > MAX_FILES:
        raise TooLarge
    members = map(Member, infos, member_paths(infos))
    return [member._replace(parts=()) if _is_link(member.info) else member for member in members]


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _unpack(
    file: zipfile.ZipFile, members: Sequence[Member], owners: Sequence[str], target: Path, most: int
) -> Unpacked:
    """Write the members of an archive within the limits, counting the bytes that really come out of them."""
    files, sizes, problems = Counter[str](), Counter[str](), dict[str, str]()
    for (info, parts), student in zip(members, owners, strict=True):
        files[student] += 1
        if parts and files[student] <= MAX_STUDENT_FILES:
            path = target.joinpath(*parts)
            try:
                sizes[student] += _extract(file, info, path, MAX_STUDENT_BYTES - sizes[student])
            except UNREADABLE as error:
                problems["/".join(parts)] = _why_unreadable(info, error)
                with contextlib.suppress(OSError, ValueError):  # a name that cannot be here at all
                    path.unlink()
        if sizes.total() > most:
            raise TooLarge
    return Unpacked(sizes.total(), problems)


def _why_unreadable(info: zipfile.ZipInfo, error: Exception) -> str:
    return ENCRYPTED if info.flag_bits & ENCRYPTED_FLAG else DAMAGED.format(error=error)


def _extract(file: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, most: int) -> int:
    """Write one member and return its size; of one that is longer than `most` bytes only an empty shell is left.

    A member whose name is not possible here is left out. Raises `GraderError` if the disk fails.
    """
    with file.open(info) as source:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as copy:
                size = _copy(source, copy, most)
        except OSError as error:
            if error.errno not in INVALID_NAME:
                raise GraderError(f"{path} cannot be unpacked: {error.strerror}.") from None
            return 0
    with contextlib.suppress(ValueError, OverflowError, OSError):  # a date that is none
        seconds = time.mktime((*info.date_time, 0, 0, -1))
        os.utime(path, (seconds, seconds))
    return size


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
