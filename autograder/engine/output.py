"""Writing results: one JSON file per student and assignment, `grades.csv` and `summary.json`; only ever whole files."""

from __future__ import annotations

import contextlib
import csv
import fcntl
import hashlib
import io
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from autograder.engine.result import SCHEMA
from autograder.errors import GraderError, UsageError
from autograder.manifest import Course

GRADES = "grades.csv"
SUMMARY = "summary.json"
SUMMARY_SCHEMA = "autograder/summary/1"
OURS = (GRADES, SUMMARY)
PARTIAL = ".partial"  # ends the name of a file that is being written
UNSAFE = '%/\\<>:"|?*'
MAX_NAME_BYTES = 200
COLUMNS = ("student", "assignment", "status", "score", "max_score")
Record = dict[str, Any]


@contextlib.contextmanager
def open_folder(out: Path) -> Iterator[None]:
    """Keep `out` for this run alone, made if need be, and clear away what a killed run left half-written.

    Raises `UsageError` when it cannot be written to or another run writes to it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = os.open(out, os.O_RDONLY | os.O_DIRECTORY)
        probe = out / f".writable{PARTIAL}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise UsageError(
            f"Results cannot be written to {out}: {error.strerror}. Choose another folder with --out."
        ) from None
    try:
        _lock(lock, out)
        for leftover in [*out.glob(f".*{PARTIAL}"), *out.glob(f"*/.*{PARTIAL}")]:
            leftover.unlink()
        yield
    finally:
        os.close(lock)


def _lock(descriptor: int, out: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(
            f"Another run is writing to {out}. Wait for it, or choose another folder with --out."
        ) from None
    except OSError:  # a file system without locks
        return


def result_path(out: Path, student: str, assignment: str) -> Path:
    """Return where a result stands: the student's folder name, percent-encoded where it is not a plain file name."""
    return out / plain_name(student) / f"{assignment}.json"


def plain_name(student: str) -> str:
    """Return a folder name for a student, plain on every file system; different students get different names."""
    name = "".join(c if c.isprintable() and c not in UNSAFE else _encoded(c) for c in student)
    if name.startswith(".") or name.lower() in OURS:
        name = _encoded(name[0]) + name[1:]
    if name.endswith((".", " ")):
        name = name[:-1] + _encoded(name[-1])
    if len(name.encode()) > MAX_NAME_BYTES:
        digest = hashlib.sha256(student.encode("utf-8", "surrogateescape")).hexdigest()
        name = f"{name.encode()[: MAX_NAME_BYTES - 20].decode(errors='ignore')}%{digest[:16]}"
    return name


def write_result(out: Path, record: Record) -> None:
    """Write one result."""
    _write(result_path(out, record["student"], record["assignment"]), _json(record))


def read_result(path: Path) -> Record | None:
    """Return an earlier run's result if it is whole, of this schema, and no fault of the grader's."""
    try:
        record: Record = json.loads(path.read_bytes())
        usable = record["schema"] == SCHEMA and record["score"] is not None and {"seed", "fingerprint"} <= record.keys()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return record if usable else None


def write_class(out: Path, records: Sequence[Record], course: Course, seed: str) -> None:
    """Write `grades.csv` and `summary.json` for the whole class."""
    _write(out / GRADES, _grades(records, course))
    _write(out / SUMMARY, _json(_summary(records, course, seed)))


def _grades(records: Sequence[Record], course: Course) -> bytes:
    names = {record["assignment"] for record in records}
    exercises = [e.name for name, a in course.assignments.items() if name in names for e in a.exercises]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [*COLUMNS, *exercises], restval="", lineterminator="\n")
    writer.writeheader()
    for record in records:
        scores = {exercise["name"]: exercise["score"] for exercise in record["exercises"]}
        writer.writerow({column: record[column] for column in COLUMNS} | scores)
    return text.getvalue().encode("utf-8", "backslashreplace")


def _summary(records: Sequence[Record], course: Course, seed: str) -> Record:
    assignments = {}
    for name, assignment in course.assignments.items():
        mine = [record for record in records if record["assignment"] == name]
        if mine:
            exercises = {
                exercise.name: _spread([r["exercises"][i] for r in mine])
                for i, exercise in enumerate(assignment.exercises)
            }
            assignments[name] = {**_spread(mine), "exercises": exercises}
    return {"schema": SUMMARY_SCHEMA, "seed": seed, "results": len(records), "assignments": assignments}


def _spread(entries: Sequence[Record]) -> Record:
    """Return how often each status occurs and the mean of the scores there are."""
    scores = [entry["score"] for entry in entries if entry["score"] is not None]
    return {
        "statuses": dict(sorted(Counter(entry["status"] for entry in entries).items())),
        "mean": round(sum(scores) / len(scores), 4) if scores else None,
        "max_score": entries[0]["max_score"],
    }


def _json(record: Record) -> bytes:
    # A folder name that is no valid text comes back unchanged from the escapes this leaves.
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _write(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all; raise `GraderError` if that cannot be done."""
    temporary = path.with_name(f".{path.name}{PARTIAL}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise GraderError(
            f"{path} cannot be written: {error.strerror}. Once that is mended, run the same command with --resume."
        ) from None


def _encoded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogateescape"))
