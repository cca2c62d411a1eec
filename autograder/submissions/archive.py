"""Unpacking a class handed over as a zip: within limits, and only ordinary files inside the target folder."""

from __future__ import annotations

import errno
import stat
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from autograder.course.errors import GraderError, UsageError

MAX_FILES = 100_000
MAX_BYTES = 8 << 30
UTF8_FLAG = 0x800
INVALID_NAME = (errno.ENAMETOOLONG, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.EINVAL)
UNREADABLE = (  # what the zipfile module raises for an archive that is damaged, encrypted, or compressed in another way
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, IndexError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip


def unpack_class(archive: Path, target: Path) -> Path:
    """Unpack `archive` into `target` and return the folder of the students; raise `UsageError` if it is no zip."""
    try:
        with zipfile.ZipFile(archive) as file:
            members = [info for info in file.infolist() if not info.is_dir()]
            if len(members) > MAX_FILES or sum(info.file_size for info in members) > MAX_BYTES:
                raise UsageError(f"{archive} unpacks to more than a class: {MAX_FILES} files, {MAX_BYTES >> 30} GiB.")
            for info in members:
                _extract(file, info, target)
    except (*UNREADABLE, OSError) as error:
        raise UsageError(f"{archive} is not a readable zip file: {error}") from None
    return _class_folder(target)


def _extract(file: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path) -> None:
    """Write one member, unless it is a symbolic link or its name leads out of the target."""
    parts = PurePosixPath(_name(info).replace("\\", "/")).parts
    if stat.S_ISLNK(info.external_attr >> 16) or not parts or parts[0] == "/" or ".." in parts:
        return
    with file.open(info) as source:
        _write(target.joinpath(*parts), source.read(info.file_size))


def _write(path: Path, data: bytes) -> None:
    """Write a file; skip it if its name is not possible here, and raise `GraderError` if the disk fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        if error.errno not in INVALID_NAME:
            raise GraderError(f"{path} cannot be unpacked: {error.strerror}.") from None


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
