"""Writing results: one JSON file per student and assignment, `grades.csv` and `summary.json`; only ever whole files."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.engine.result import SCHEMA
from autograder.manifest import Course

GRADES = "grades.csv"
SUMMARY = "summary.json"
SUMMARY_SCHEMA = "autograder/summary/1"
OURS = (GRADES, SUMMARY)
UNSAFE = '%/\\<>:"|?*'
MAX_NAME_BYTES = 200
COLUMNS = ("student", "assignment", "status", "score", "max_score")
Record = dict[str, Any]


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
    path = result_path(out, record["student"], record["assignment"])
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, _json(record))


def read_result(path: Path, seed: str) -> Record | None:
    """Return an earlier run's result if it is whole, of this schema and seed, and no fault of the grader's."""
    try:
        record: Record = json.loads(path.read_bytes())
        usable = record["schema"] == SCHEMA and record["seed"] == seed and record["score"] is not None
    except (OSError, ValueError, KeyError, TypeError):
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
    """Write a file so that it is there whole or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _encoded(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogateescape"))
