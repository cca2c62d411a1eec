"""Reading a results folder back."""

from __future__ import annotations

import json
from pathlib import Path

from autograder.course.errors import UsageError
from autograder.results.model import SCHEMA
from autograder.results.writer import Record


def read_results(folder: Path) -> list[Record]:
    """Return the results in a folder that `autograder grade` wrote; raise `UsageError` where there are none."""
    records = [_read(path) for path in sorted(folder.glob("*/*.json"))]
    if not records:
        raise UsageError(f"{folder} holds no results. Give the folder that `autograder grade --out` wrote.")
    return records


def _read(path: Path) -> Record:
    try:
        record: Record = json.loads(path.read_bytes())
        schema = record["schema"]
    except (ValueError, KeyError, TypeError, OSError):
        raise UsageError(f"{path} is no result. Remove it, or grade again.") from None
    if schema != SCHEMA:
        raise UsageError(f"{path} has the schema {schema}; this program knows {SCHEMA}. Grade again.")
    return record
