"""What results look like as files: one JSON file per student and assignment, `grades.csv` and `summary.json`."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.course.manifest import Course
from autograder.results.files import GRADES, SUMMARY, result_path, write_whole
from autograder.results.model import SCHEMA

SUMMARY_SCHEMA = "autograder/summary/1"
COLUMNS = ("student", "assignment", "status", "score", "max_score")
Record = dict[str, Any]


def write_result(out: Path, record: Record) -> None:
    """Write one result."""
    write_whole(result_path(out, record["student"], record["assignment"]), _json(record))


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
    write_whole(out / GRADES, _grades(records, course))
    write_whole(out / SUMMARY, _json(_summary(records, course, seed)))


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
