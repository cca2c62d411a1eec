"""Writing results: one JSON file per student and assignment, `grades.csv` and `summary.json`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from autograder.course.manifest import Course
from autograder.course.text import Language, spreadsheet_cell
from autograder.results.files import GRADES, SUMMARY, result_path, write_whole
from autograder.results.model import Result
from autograder.results.status import reason_of, status_of
from autograder.results.summary import summarize

COLUMNS = ("student", "assignment", "status", "score", "max_score", "reason")


def write_result(out: Path, result: Result) -> None:
    """Write one result."""
    write_whole(result_path(out, result.student, result.assignment), to_json(result))


def write_class(out: Path, results: Sequence[Result], course: Course, seed: str) -> None:
    """Write `grades.csv` and `summary.json` for the whole class."""
    write_whole(out / GRADES, _grades(results, course))
    write_whole(out / SUMMARY, to_json(summarize(results, course, seed)))


def to_json(value: Struct) -> bytes:
    """Return a result or a summary as indented JSON."""
    try:
        return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
    except UnicodeEncodeError:  # the name of a folder need not be valid Unicode
        text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=2)
        return f"{text}\n".encode("utf-8", "backslashreplace")  # an escape that is read back unchanged


def _grades(results: Sequence[Result], course: Course) -> bytes:
    names = {result.assignment for result in results}
    exercises = [e.name for name, a in course.assignments.items() if name in names for e in a.exercises]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [*COLUMNS, *exercises], restval="", lineterminator="\n")
    writer.writeheader()
    for result in results:
        writer.writerow(
            _row(result, course.languages) | {exercise.name: exercise.score for exercise in result.exercises}
        )
    return text.getvalue().encode("utf-8", "backslashreplace")


def _row(result: Result, languages: Sequence[Language]) -> dict[str, str | float | None]:
    reason = reason_of(result)
    why = " ".join(reason.in_languages(languages).split()) if reason.en else ""
    student = spreadsheet_cell(result.student)
    values = (student, result.assignment, status_of(result), result.score, result.max_score, spreadsheet_cell(why))
    return dict(zip(COLUMNS, values, strict=True))
