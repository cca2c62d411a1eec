"""The folder of results: locked for one run, with a safe name for each student and with whole files only."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from autograder.course.errors import GraderError, UsageError

GRADES = "grades.csv"
SUMMARY = "summary.json"
RUN = "run.json"
OURS = (GRADES, SUMMARY, RUN)
PARTIAL = ".autograder-partial"  # ends the name of a file of ours that is being written
UNSAFE = '%/\\<>:"|?*'
MAX_NAME_BYTES = 200


@contextlib.contextmanager
def open_folder(out: Path) -> Iterator[None]:
    """Create `out` if needed, lock it for this run, and remove the files of ours that a killed run left half-written.

    Raises `UsageError` when it cannot be written to or another run writes to it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
        probe = out / f".writable{PARTIAL}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise UsageError(f"{out} cannot be written to: {error.strerror}. Choose another folder with --out.") from None
    with locked(lock, f"Another run is writing to {out}. Wait for it, or choose another folder with --out."):
        for leftover in [*out.glob(f".*{PARTIAL}"), *out.glob(f"*/.*{PARTIAL}")]:
            with contextlib.suppress(OSError):  # a folder of somebody else's, say
                leftover.unlink()
        yield


@contextlib.contextmanager
def locked(folder: int, busy: str) -> Iterator[None]:
    """Lock an open folder, and close it at the end; raise `UsageError` with the words `busy` where it is locked."""
    try:
        _lock(folder, busy)
        yield
    finally:
        os.close(folder)


def _lock(folder: int, busy: str) -> None:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(busy) from None
    except OSError:  # a file system without locks
        return


def result_path(out: Path, student: str, assignment: str) -> Path:
    """Return the path of a result; the name of its folder is that of the student, made plain."""
    return out / plain_name(student) / f"{assignment}.json"


def plain_name(student: str) -> str:
    """Return a student's name, percent-encoded where it is not a plain file name on every file system.

    Different students get different names.
    """
    name = "".join(c if c.isprintable() and c not in UNSAFE else _encoded(c) for c in student)
    if name.startswith(".") or name.lower() in OURS:
        name = _encoded(name[0]) + name[1:]
    if name.endswith((".", " ")):
        name = name[:-1] + _encoded(name[-1])
    if len(name.encode()) > MAX_NAME_BYTES:
        digest = hashlib.sha256(student.encode("utf-8", "surrogateescape")).hexdigest()
        name = f"{name.encode()[: MAX_NAME_BYTES - 20].decode(errors='ignore')}%{digest[:16]}"
    return name


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under a temporary name and rename it, so that it is never half-written.

    Raises `GraderError` when it cannot be written.
    """
    temporary = path.with_name(f".{path.name}{PARTIAL}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise GraderError(
            f"{path} cannot be written: {error.strerror}. Mend that, then run the same command again, "
            "`autograder grade` with --resume."
        ) from None


def _encoded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogateescape"))
